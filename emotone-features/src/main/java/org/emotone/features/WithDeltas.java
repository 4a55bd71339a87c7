package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.DeltaEdges;
import org.emotone.features.spectral.Deltas;
import org.emotone.features.spectral.Spectrogram;
import org.jspecify.annotations.Nullable;

/**
 * Features with their differences over time behind them in each frame: x, Δx and, if asked for,
 * ΔΔx.
 *
 * @param of the features
 * @param order 1 for Δ, 2 for Δ and ΔΔ
 * @param width frames over which a difference is taken, odd, 3 to 99
 * @param edges what happens at both ends of a clip
 */
@JsonPropertyOrder({"of", "order", "width", "edges"})
public record WithDeltas(Extractor of, int order, int width, DeltaEdges edges)
    implements Extractor {

  /** Checks the ranges. */
  public WithDeltas {
    Bounds.check("order", order, 1, 2);
    Bounds.check("width", width, 3, 99);
    if (width % 2 == 0) {
      throw new IllegalArgumentException("width must be odd, was " + width);
    }
  }

  /** Fills in what is left out (null): {@link Mfcc}, Δ and ΔΔ, 9 frames, interpolated ends. */
  @JsonCreator
  public static WithDeltas of(
      @JsonProperty("of") @Nullable Extractor of,
      @JsonProperty("order") @Nullable Integer order,
      @JsonProperty("width") @Nullable Integer width,
      @JsonProperty("edges") @Nullable DeltaEdges edges) {
    return new WithDeltas(
        of == null ? Mfcc.of(null, null, null) : of,
        order == null ? 2 : order,
        width == null ? 9 : width,
        edges == null ? DeltaEdges.INTERPOLATE : edges);
  }

  @Override
  public int coefficients() {
    return of.coefficients() * (order + 1);
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return of.hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return of.frames(samples, sampleRate);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return of(of.extract(waveform));
  }

  /** Features with their differences. */
  FeatureMatrix of(FeatureMatrix plain) {
    Spectrogram still = plain.spectrogram();
    int columns = plain.coefficients();
    float[] values = new float[plain.frames() * coefficients()];
    for (int derivative = 0; derivative <= order; derivative++) {
      Spectrogram part =
          derivative == 0 ? still : new Deltas(width, derivative, edges).apply(still);
      for (int frame = 0; frame < plain.frames(); frame++) {
        for (int column = 0; column < columns; column++) {
          values[frame * coefficients() + derivative * columns + column] =
              (float) part.get(frame, column);
        }
      }
    }
    return new FeatureMatrix(values, plain.frames(), coefficients());
  }

  @Override
  public void checkRate(int sampleRate) {
    of.checkRate(sampleRate);
  }
}
