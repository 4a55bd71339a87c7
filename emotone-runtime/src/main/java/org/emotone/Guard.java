package org.emotone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a model was trained on, as a place in the space of {@link FeatureSummary}, so that it need
 * not be sure of what lies elsewhere: {@link Familiarity} measures with it.
 *
 * @param of what it is fitted to: {@value #SUMMARY}; null for a guard of the embeddings of the
 *     network, as early models have it. Such a guard is kept, so that the model stays what it is,
 *     and not used ({@link Manifest#usableGuard})
 * @param dimensions of the summary, 1 to 4096
 * @param directions how many directions have a spread of their own, 1 to {@code dimensions}
 * @param kept share of the clips of speakers that the network did not learn from which lie within
 *     the threshold, 0 to 1
 * @param threshold distance from which on a clip is unlike anything the model was trained on, above
 *     0
 * @param parameters numbers in single precision, the lowest byte first, in Base64: the centre, the
 *     scale of each dimension, the variance of each direction, the variance of the rest, and the
 *     directions, each as long as a summary
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"of", "dimensions", "directions", "kept", "threshold", "parameters"})
public record Guard(
    @Nullable String of,
    @JsonProperty(required = true) int dimensions,
    @JsonProperty(required = true) int directions,
    @JsonProperty(required = true) double kept,
    @JsonProperty(required = true) double threshold,
    @JsonProperty(required = true) String parameters) {

  /** What guards are fitted to: {@link FeatureSummary}. */
  public static final String SUMMARY = "featureSummary";

  private static final int MOST_DIMENSIONS = 4096;

  /** Checks the ranges and the numbers. */
  public Guard {
    if (of != null && !of.equals(SUMMARY)) {
      throw new IllegalArgumentException(
          "guard.of must be " + SUMMARY + ", was " + of + "; a newer Emotone may know it");
    }
    Manifests.inRange("guard.dimensions", dimensions, 1, MOST_DIMENSIONS);
    Manifests.inRange("guard.directions", directions, 1, dimensions);
    Manifests.inRange("guard.kept", kept, 0, 1);
    Manifests.inRange("guard.threshold", threshold, Double.MIN_NORMAL, Float.MAX_VALUE);
    float[] numbers = numbers(Manifests.present("guard.parameters", parameters));
    if (numbers.length != count(dimensions, directions)) {
      throw new IllegalArgumentException(
          "guard.parameters must be %d numbers for %d directions of %d dimensions, are %d"
              .formatted(count(dimensions, directions), directions, dimensions, numbers.length));
    }
    for (int i = 0; i < numbers.length; i++) {
      boolean spread = i >= dimensions && i <= 2 * dimensions + directions;
      if (!Float.isFinite(numbers[i]) || (spread && !(numbers[i] > 0))) {
        throw new IllegalArgumentException(
            "guard.parameters: number "
                + i
                + " must be finite and a spread positive, is "
                + numbers[i]);
      }
    }
  }

  /**
   * A guard of its numbers.
   *
   * @param centre mean of the summaries, a value for each dimension
   * @param scale what each dimension is divided by
   * @param variances of the directions
   * @param rest variance across all other directions
   * @param directions orthonormal, each as long as the centre
   */
  public static Guard of(
      float[] centre,
      float[] scale,
      float[] variances,
      float rest,
      float[][] directions,
      double kept,
      double threshold) {
    int size = count(centre.length, directions.length);
    ByteBuffer bytes = ByteBuffer.allocate(4 * size).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer numbers = bytes.asFloatBuffer().put(centre).put(scale).put(variances).put(rest);
    for (float[] direction : directions) {
      numbers.put(direction);
    }
    String text = Base64.getEncoder().encodeToString(bytes.array());
    return new Guard(SUMMARY, centre.length, directions.length, kept, threshold, text);
  }

  /** The same with another threshold. */
  public Guard at(double share, double distance) {
    return new Guard(of, dimensions, directions, share, distance, parameters);
  }

  /** The numbers in their order. */
  float[] numbers() {
    return numbers(parameters);
  }

  private static int count(int dimensions, int directions) {
    return 2 * dimensions + directions + 1 + directions * dimensions;
  }

  private static float[] numbers(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("guard.parameters is not Base64", e);
    }
    float[] numbers = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
    return numbers;
  }
}
