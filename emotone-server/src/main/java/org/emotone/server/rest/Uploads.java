package org.emotone.server.rest;

import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.emotone.server.problem.Faults;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Ids;
import org.emotone.server.recognition.RecognitionOptions;
import org.emotone.server.settings.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Takes recordings of clients to disk, under names that the server makes. What the client calls a
 * file is never part of a path.
 */
final class Uploads {

  private static final Set<String> PARTS = Set.of("file", "options");

  private final Path folder;
  private final Limits limits;
  private final Ids ids;
  private final Semaphore places;

  /**
   * Takes uploads.
   *
   * @param folder for them, which is there
   */
  Uploads(Path folder, Limits limits, Ids ids) {
    this.folder = folder;
    this.limits = limits;
    this.ids = ids;
    places = new Semaphore(limits.uploads());
  }

  /**
   * An upload on disk.
   *
   * @param file where it lies; whoever takes it deletes or moves it
   * @param options what the client wants to know
   * @param name what the client calls it, fit to be shown
   */
  record Upload(Path file, RecognitionOptions options, String name) {}

  /**
   * Takes the recording of a request.
   *
   * @throws ProblemException if there is none, it is too large, or the disk does not take it
   */
  Upload take(Context context) {
    checkLength(context);
    if (!places.tryAcquire()) {
      throw new ProblemException(
          ProblemCode.OVERLOADED,
          "%d uploads are under way; try again".formatted(limits.uploads()),
          2);
    }
    Path file = folder.resolve(ids.next() + ".part");
    boolean done = false;
    try {
      Upload upload = multipart(context) ? parts(context, file) : body(context, file);
      if (Files.size(file) == 0) {
        throw new ProblemException(ProblemCode.EMPTY_AUDIO, "the recording is empty (0 bytes)");
      }
      done = true;
      return upload;
    } catch (IOException e) {
      throw problem(e);
    } finally {
      places.release();
      if (!done) {
        Discarded.delete(file);
      }
    }
  }

  private void checkLength(Context context) {
    if (context.req().getContentLengthLong() > limits.uploadBytes() + Limits.SMALL_BODY_BYTES) {
      throw tooLarge();
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        ProblemCode.TOO_LARGE,
        "a recording may have %,d bytes; send it in parts, or compress it"
            .formatted(limits.uploadBytes()));
  }

  private static boolean multipart(Context context) {
    String media = context.contentType();
    return media != null && media.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  private Upload body(Context context, Path file) throws IOException {
    String media = context.contentType();
    String kind = media == null ? "" : media.toLowerCase(Locale.ROOT);
    if (!kind.startsWith("audio/")
        && !kind.startsWith("video/")
        && !kind.startsWith("application/octet-stream")
        && !kind.startsWith("application/ogg")) {
      throw new ProblemException(
          ProblemCode.UNSUPPORTED_MEDIA_TYPE,
          "the body must be multipart/form-data with a part \"file\", or a recording as audio/*, video/* or"
              + " application/octet-stream");
    }
    RecognitionOptions options = RecognitionOptions.fromJson(Requests.optionsOfQuery(context));
    try (InputStream in = context.req().getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      byte[] block = new byte[1 << 16];
      long total = 0;
      for (int got; (got = in.read(block)) > 0; ) {
        total += got;
        if (total > limits.uploadBytes()) {
          throw tooLarge();
        }
        out.write(block, 0, got);
      }
    }
    return new Upload(file, options, Requests.displayName(options.name()));
  }

  private Upload parts(Context context, Path file) throws IOException {
    Part recording = null;
    String text = null;
    for (Part part : all(context)) {
      if (!PARTS.contains(part.getName())) {
        throw Requests.unknown("part", String.valueOf(part.getName()), PARTS);
      }
      boolean sound = part.getName().equals("file");
      if (sound ? recording != null : text != null) {
        throw new ProblemException(
            ProblemCode.INVALID_VALUE, "part " + part.getName() + " is there more than once");
      }
      if (sound) {
        recording = part;
      } else {
        text = text(part);
      }
    }
    if (recording == null) {
      throw new ProblemException(
          ProblemCode.MISSING_FILE, "the form has no part \"file\" with the recording");
    }
    if (text != null && !context.queryParamMap().isEmpty()) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE,
          "options stand in the part \"options\" or in the query, not in both");
    }
    RecognitionOptions options =
        RecognitionOptions.fromJson(text == null ? Requests.optionsOfQuery(context) : text);
    recording.write(file.toAbsolutePath().toString());
    String name = options.name() == null ? recording.getSubmittedFileName() : options.name();
    return new Upload(file, options, Requests.displayName(name));
  }

  private Collection<Part> all(Context context) throws IOException {
    try {
      // Makes Javalin set the limits of the form before it is read.
      context.uploadedFileMap();
      return context.req().getParts();
    } catch (ServletException | RuntimeException e) {
      throw problem(e);
    }
  }

  private static String text(Part part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(Limits.SMALL_BODY_BYTES + 1);
      if (bytes.length > Limits.SMALL_BODY_BYTES) {
        throw new ProblemException(
            ProblemCode.TOO_LARGE,
            "the options may have %d bytes".formatted(Limits.SMALL_BODY_BYTES));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** What a fault while reading a request is; the libraries tell it by nested causes and words. */
  private ProblemException problem(Exception fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof ProblemException problem) {
        return problem;
      }
      String message = String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("exceeded") || message.contains("413")) {
        return tooLarge();
      }
      if (at instanceof java.util.concurrent.TimeoutException || message.contains("data rate")) {
        return new ProblemException(
            ProblemCode.TOO_SLOW, "the recording came too slowly; try again");
      }
    }
    @Nullable Throwable disk = fault;
    while (disk != null && !(disk instanceof java.nio.file.FileSystemException)) {
      disk = disk.getCause();
    }
    if (Faults.isFull(fault) || disk != null) {
      return Faults.ofDisk(new IOException(fault));
    }
    return new ProblemException(
        ProblemCode.BAD_REQUEST,
        "the form cannot be read: it broke off, or is no multipart/form-data");
  }
}
