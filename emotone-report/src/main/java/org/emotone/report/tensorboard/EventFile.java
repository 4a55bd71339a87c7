package org.emotone.report.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A file of events. Each event is on disk once {@link #append} is over, so that TensorBoard shows a
 * run while it goes on, and a process that is killed loses no more than the event it was writing.
 *
 * @param path the file
 */
public record EventFile(Path path) {

  private static final String NAME = "events.out.tfevents.";
  private static final String VERSION = "brain.Event:2";

  /**
   * Makes a file in a folder, after those that are there.
   *
   * @param now when it is made, which its name tells
   */
  public static EventFile create(Path folder, Instant now) throws IOException {
    String name = String.format(Locale.ROOT, "%s%010d.emotone", NAME, now.getEpochSecond());
    Path path = folder.resolve(name);
    for (int i = 1; Files.exists(path); i++) {
      path = folder.resolve(name + "." + i);
    }
    EventFile file = new EventFile(path);
    Files.createFile(path);
    file.append(new Event(seconds(now), 0, new Event.Version(VERSION)));
    return file;
  }

  /** The files of a folder, the oldest first. */
  public static List<EventFile> of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(NAME))
          .sorted()
          .map(EventFile::new)
          .toList();
    }
  }

  /** Adds an event. */
  public void append(Event event) throws IOException {
    Files.write(
        path,
        TfRecords.frame(EventCodec.encode(event)),
        StandardOpenOption.APPEND,
        StandardOpenOption.DSYNC);
  }

  /**
   * All events, but for a last one that is cut off.
   *
   * @throws IOException if the file cannot be read or is damaged
   */
  public List<Event> read() throws IOException {
    List<Event> events = new ArrayList<>();
    for (byte[] record : TfRecords.read(path)) {
      events.add(EventDecoder.decode(record));
    }
    return events;
  }

  /** A moment as events have it, in seconds since 1970. */
  static double seconds(Instant moment) {
    return moment.getEpochSecond() + moment.getNano() / 1e9;
  }
}
