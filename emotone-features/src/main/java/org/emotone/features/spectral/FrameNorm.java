package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the values of each frame are scaled; a frame of zeros stays as it is. */
public enum FrameNorm {
  /** Not at all. */
  @JsonProperty("none")
  NONE {
    @Override
    double size(double[] values, int from, int count) {
      return 1;
    }
  },
  /** To a largest magnitude of 1: librosa's default for chroma. */
  @JsonProperty("maximum")
  MAXIMUM {
    @Override
    double size(double[] values, int from, int count) {
      double largest = 0;
      for (int i = from; i < from + count; i++) {
        largest = Math.max(largest, Math.abs(values[i]));
      }
      return largest;
    }
  },
  /** To a sum of magnitudes of 1. */
  @JsonProperty("sum")
  SUM {
    @Override
    double size(double[] values, int from, int count) {
      double sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += Math.abs(values[i]);
      }
      return sum;
    }
  };

  abstract double size(double[] values, int from, int count);

  /** The scaled values; the given ones are not changed. */
  public Spectrogram apply(Spectrogram spectrogram) {
    double[] values = spectrogram.values().clone();
    int bins = spectrogram.bins();
    for (int frame = 0; frame < spectrogram.frames(); frame++) {
      double size = size(values, frame * bins, bins);
      double scale = size < Double.MIN_NORMAL ? 1 : 1 / size;
      for (int bin = 0; bin < bins; bin++) {
        values[frame * bins + bin] *= scale;
      }
    }
    return new Spectrogram(values, spectrogram.frames(), bins);
  }
}
