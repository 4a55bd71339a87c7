package org.emotone.features.scaling;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A fitted map from the coefficients of a frame to those of a scaled frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LinearScaler.class, name = "linear"),
  @JsonSubTypes.Type(value = PrincipalComponents.class, name = "pca"),
  @JsonSubTypes.Type(value = ScalerChain.class, name = "chain")
})
public sealed interface Scaler permits LinearScaler, PrincipalComponents, ScalerChain {

  /** Number of coefficients that go in. */
  int inputs();

  /** Number of coefficients that come out. */
  int outputs();

  /**
   * Scales frames; the given values are not changed.
   *
   * @param values {@code [frames][inputs]}
   * @return {@code [frames][outputs]}
   * @throws IllegalArgumentException if the values are not that many
   */
  float[] apply(float[] values, int frames);

  /** Throws unless there are as many values as frames of this many inputs have. */
  default void check(float[] values, int frames) {
    if (values.length != (long) frames * inputs()) {
      throw new IllegalArgumentException(
          "the scaler was fitted on "
              + inputs()
              + " coefficients, which do not fit "
              + values.length
              + " values of "
              + frames
              + " frames");
    }
  }
}
