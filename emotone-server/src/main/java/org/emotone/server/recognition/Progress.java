package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How far a recognition has come.
 *
 * @param stage what is being done
 * @param share how much of it is done, 0 to 1
 */
public record Progress(Stage stage, double share) {

  /** What is done, one after the other. */
  public enum Stage {
    /** Waits for a worker. */
    WAITING,
    /** The recording is heard. */
    LISTENING,
    /** Reasons are looked for. */
    EXPLAINING,
    /** The answer is there. */
    DONE,
    /** There will be no answer. */
    FAILED;

    /** The name that clients see. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
