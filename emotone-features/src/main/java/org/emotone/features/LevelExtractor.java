package org.emotone.features;

import org.emotone.audio.Waveform;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.Levels;
import org.emotone.features.spectral.Padding;
import org.emotone.features.spectral.Spectrogram;

/** One number for each frame of samples. */
public sealed interface LevelExtractor extends Extractor permits Rms, ZeroCrossings {

  /** Samples of a frame. */
  int frameLength();

  /** Samples from one frame to the next. */
  int hop();

  /** What surrounds the clip. */
  Padding padding();

  /** The number of each frame. */
  double[] values(float[] samples);

  /** The frames. */
  default Levels levels() {
    return new Levels(frameLength(), hop(), padding());
  }

  @Override
  default int coefficients() {
    return 1;
  }

  @Override
  default double hopSeconds(int sampleRate) {
    return (double) hop() / sampleRate;
  }

  @Override
  default long frames(int samples, int sampleRate) {
    return levels().frames(samples);
  }

  @Override
  default FeatureMatrix extract(Waveform waveform) {
    double[] values = values(waveform.samples());
    return FeatureMatrix.of(new Spectrogram(values, values.length, 1));
  }

  @Override
  default void checkRate(int sampleRate) {
    Bounds.check("sampleRate", sampleRate, 1000, 384_000);
  }
}
