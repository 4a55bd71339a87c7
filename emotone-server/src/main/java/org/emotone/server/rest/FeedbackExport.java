package org.emotone.server.rest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.emotone.server.history.Entry;
import org.emotone.server.history.Feedback;
import org.emotone.server.history.History;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The clips with feedback as an archive with a manifest, which training and adaptation take as a
 * corpus.
 */
final class FeedbackExport {

  private final History history;

  FeedbackExport(History history) {
    this.history = history;
  }

  private record Clip(Feedback feedback, Path audio, String name) {}

  /**
   * Answers with the archive, which is written while it is made.
   *
   * @throws ProblemException if there is no clip to learn from
   */
  void write(Context context) {
    Map<String, Clip> clips = clips();
    if (clips.isEmpty()) {
      throw new ProblemException(
          ProblemCode.NOT_FOUND,
          "there is no recording with feedback whose audio was kept; the server keeps audio if started with"
              + " --keep-audio");
    }
    context.contentType("application/zip");
    context.header("Content-Disposition", "attachment; filename=\"emotone-feedback.zip\"");
    try (ZipOutputStream zip = new ZipOutputStream(context.outputStream())) {
      zip.putNextEntry(new ZipEntry("manifest.csv"));
      zip.write(manifest(clips).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
      for (Clip clip : clips.values()) {
        zip.putNextEntry(new ZipEntry(clip.name()));
        Files.copy(clip.audio(), zip);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By recognition; feedback comes with the newest first, and that is the one that counts. */
  private Map<String, Clip> clips() {
    Map<String, Clip> clips = new LinkedHashMap<>();
    for (Feedback feedback : history.feedback(null)) {
      if (clips.containsKey(feedback.recognition())) {
        continue;
      }
      Optional<Entry> entry = history.find(feedback.recognition());
      Optional<Path> audio = entry.flatMap(history::audio);
      if (entry.isPresent() && audio.isPresent()) {
        String ending = SoundType.of(entry.get().heard().container()).ending();
        String name = "audio/" + feedback.recognition() + ending;
        clips.put(feedback.recognition(), new Clip(feedback, audio.get(), name));
      }
    }
    return clips;
  }

  private static String manifest(Map<String, Clip> clips) {
    StringBuilder csv = new StringBuilder("path,label,speaker,id\n");
    clips.forEach(
        (id, clip) ->
            csv.append(clip.name())
                .append(',')
                .append(cell(clip.feedback().label()))
                .append(',')
                .append(cell(clip.feedback().speaker()))
                .append(',')
                .append(id)
                .append('\n'));
    return csv.toString();
  }

  /** A cell by RFC 4180. */
  private static String cell(@Nullable String text) {
    if (text == null) {
      return "";
    }
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
