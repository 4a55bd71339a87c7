package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * The mean of the coefficients of each frame, one value over time, as published systems feed to
 * one-dimensional networks.
 *
 * @param of the features
 */
public record CoefficientMean(Extractor of) implements Extractor {

  /** {@link Mfcc} for features that are left out (null). */
  @JsonCreator
  public static CoefficientMean of(@JsonProperty("of") @Nullable Extractor of) {
    return new CoefficientMean(of == null ? Mfcc.of(null, null, null) : of);
  }

  @Override
  public int coefficients() {
    return 1;
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
    FeatureMatrix matrix = of.extract(waveform);
    float[] means = new float[matrix.frames()];
    for (int frame = 0; frame < means.length; frame++) {
      double sum = 0;
      for (int column = 0; column < matrix.coefficients(); column++) {
        sum += matrix.get(frame, column);
      }
      means[frame] = (float) (sum / matrix.coefficients());
    }
    return new FeatureMatrix(means, means.length, 1);
  }

  @Override
  public void checkRate(int sampleRate) {
    of.checkRate(sampleRate);
  }
}
