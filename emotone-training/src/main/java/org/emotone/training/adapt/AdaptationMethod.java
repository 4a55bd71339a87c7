package org.emotone.training.adapt;

import java.util.Arrays;
import java.util.List;

/** What of a model is changed to suit a voice. */
public enum AdaptationMethod {
  /** How much the model leans to each class. Works for every model. */
  BIAS("bias", 0.3),
  /** The weights of the last dense layer and its bias. Networks that end in one have it. */
  LAST_LAYER("lastLayer", 0.3);

  private final String id;
  private final double strength;

  AdaptationMethod(String id, double strength) {
    this.id = id;
    this.strength = strength;
  }

  /** The name as it stands on the command line. */
  public String id() {
    return id;
  }

  /** How strongly the model is held near to what it was, chosen on validation speakers. */
  public double strength() {
    return strength;
  }

  /**
   * The one with an id.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static AdaptationMethod of(String id) {
    return Arrays.stream(values())
        .filter(method -> method.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no method '" + id + "'; there are " + String.join(", ", ids())));
  }

  private static List<String> ids() {
    return Arrays.stream(values()).map(AdaptationMethod::id).toList();
  }
}
