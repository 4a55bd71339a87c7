package org.emotone.report.tensorboard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that an event file tells.
 *
 * @param wallTime when it was written, in seconds since 1970
 * @param step what it belongs to: an epoch
 * @param content what it tells
 */
public record Event(double wallTime, long step, Content content) {

  /** What an event tells. */
  public sealed interface Content {}

  /**
   * First event of a file.
   *
   * @param words {@code brain.Event:2}, which TensorBoard expects
   */
  public record Version(String words) implements Content {}

  /**
   * The run began here, or went on here: what earlier files tell of this step and later ones no
   * longer counts.
   */
  public record Restart() implements Content {}

  /**
   * Figures.
   *
   * @param values by tag; those before a slash are shown together. Kept as 32-bit floats
   */
  public record Scalars(Map<String, Float> values) implements Content {
    /** Copies the map. */
    public Scalars {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /**
   * A text.
   *
   * @param markdown the text, in Markdown
   */
  public record Text(String tag, String markdown) implements Content {}

  /**
   * A picture.
   *
   * @param png the bytes of a PNG file; shared, not copied
   */
  public record Image(String tag, int width, int height, byte[] png) implements Content {}
}
