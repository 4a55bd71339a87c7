package org.emotone.server.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.emotone.output.AudformatWriter;
import org.emotone.output.TimelineFormat;
import org.emotone.output.TimelineWriter;
import org.emotone.server.history.Entry;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.timeline.Timeline;

/** Recognitions in the forms of other programs. */
final class Documents {

  private final Path folder;

  /** Needs a folder for forms that are several files; it is there. */
  Documents(Path folder) {
    this.folder = folder;
  }

  /**
   * A recognition in a form; one with a timeline is written over time.
   *
   * @throws ProblemException if the form needs a timeline, and there is none
   */
  byte[] write(Entry entry, TimelineFormat format) {
    if (entry.heard().timeline() == null && !format.holdsClips()) {
      throw new ProblemException(
          ProblemCode.NO_TIMELINE,
          "%s says when something is heard; recognise the recording again with timeline=true"
              .formatted(format.id()));
    }
    try {
      return format.isFolder() ? archive(entry) : text(entry, format);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] text(Entry entry, TimelineFormat format) throws IOException {
    StringBuilder text = new StringBuilder();
    try (TimelineWriter writer = format.open(text, true)) {
      add(entry, writer);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(Entry entry, TimelineWriter writer) throws IOException {
    Timeline timeline = entry.heard().timeline();
    if (timeline == null) {
      writer.add(entry.name(), entry.heard().recognition());
    } else {
      writer.add(entry.name(), timeline);
    }
  }

  private byte[] archive(Entry entry) throws IOException {
    Path temporary = Files.createTempDirectory(folder, "form");
    try {
      try (TimelineWriter writer = new AudformatWriter(temporary)) {
        add(entry, writer);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        for (Path file : under(temporary, Comparator.naturalOrder())) {
          if (Files.isRegularFile(file)) {
            zip.putNextEntry(
                new ZipEntry(temporary.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, zip);
            zip.closeEntry();
          }
        }
      }
      return bytes.toByteArray();
    } finally {
      under(temporary, Comparator.reverseOrder()).forEach(Discarded::delete);
    }
  }

  private static List<Path> under(Path folder, Comparator<Path> order) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.sorted(order).toList();
    }
  }
}
