package org.emotone.cue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How a cue is spread over clips.
 *
 * @param mean in the unit of the cue
 * @param deviation standard deviation, positive
 */
@JsonPropertyOrder({"mean", "deviation"})
public record CueStatistics(
    @JsonProperty(required = true) double mean, @JsonProperty(required = true) double deviation) {

  /** Checks the numbers. */
  public CueStatistics {
    if (!Double.isFinite(mean) || !(deviation > 0 && deviation < 1000)) {
      throw new IllegalArgumentException(
          "mean must be a number and deviation positive, were " + mean + " and " + deviation);
    }
  }

  /**
   * Of some values.
   *
   * @param values at least one
   * @param leastDeviation what the deviation is at least, for a few values that happen to agree
   */
  public static CueStatistics of(double[] values, double leastDeviation) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean) / values.length;
    }
    return new CueStatistics(mean, Math.max(leastDeviation, Math.sqrt(squares)));
  }
}
