package org.emotone.batch;

import java.util.Map;

/**
 * How a batch is done.
 *
 * @param chunk recordings that are committed together, which is what an interruption loses; 0 for
 *     as many as suit the engine
 * @param splitSeconds recordings longer than this are heard in parts at the same time, where the
 *     work allows it; at least 60
 * @param soundColumn the column of a table that holds encoded sound
 * @param idColumn the column of such a table that names the recording
 * @param engine options of the engine by name
 */
public record BatchSettings(
    int chunk,
    double splitSeconds,
    String soundColumn,
    String idColumn,
    Map<String, String> engine) {

  /** Chunks as the engine likes; parts of half an hour; {@code content} and {@code path}. */
  public static final BatchSettings DEFAULT =
      new BatchSettings(0, 1800, "content", "path", Map.of());

  /** Checks the ranges and takes a copy of the options. */
  public BatchSettings {
    if (chunk < 0) {
      throw new IllegalArgumentException("chunk must be 0 or more, was " + chunk);
    }
    if (!(splitSeconds >= 60)) {
      throw new IllegalArgumentException("splitSeconds must be 60 or more, was " + splitSeconds);
    }
    engine = Map.copyOf(engine);
  }

  /** The same with chunks of another size. */
  public BatchSettings withChunk(int recordings) {
    return new BatchSettings(recordings, splitSeconds, soundColumn, idColumn, engine);
  }

  /** The same with options of the engine. */
  public BatchSettings withEngine(Map<String, String> options) {
    return new BatchSettings(chunk, splitSeconds, soundColumn, idColumn, options);
  }

  /** The same with longer or shorter parts of long recordings, in seconds. */
  public BatchSettings withSplitSeconds(double seconds) {
    return new BatchSettings(chunk, seconds, soundColumn, idColumn, engine);
  }

  /** The same for tables with other names for the column of sound and that of its name. */
  public BatchSettings withColumns(String sound, String id) {
    return new BatchSettings(chunk, splitSeconds, sound, id, engine);
  }
}
