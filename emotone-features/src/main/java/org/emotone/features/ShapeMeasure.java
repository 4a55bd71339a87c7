package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.features.spectral.SpectralShape;
import org.emotone.features.spectral.Spectrogram;

/** One number that says what a spectrum looks like, see {@link SpectralShape}. */
public enum ShapeMeasure {
  /** Mean frequency, Hz. */
  @JsonProperty("centroid")
  CENTROID {
    @Override
    double[] of(SpectralShape shape, Spectrogram amplitude) {
      return shape.centroid(amplitude);
    }
  },
  /** Deviation of frequency, Hz. */
  @JsonProperty("bandwidth")
  BANDWIDTH {
    @Override
    double[] of(SpectralShape shape, Spectrogram amplitude) {
      return shape.bandwidth(amplitude);
    }
  },
  /** Frequency below which 85 % of the magnitude lies, Hz. */
  @JsonProperty("rolloff")
  ROLLOFF {
    @Override
    double[] of(SpectralShape shape, Spectrogram amplitude) {
      return shape.rolloff(amplitude, 0.85);
    }
  },
  /** Geometric over arithmetic mean of power, 0 to 1. */
  @JsonProperty("flatness")
  FLATNESS {
    @Override
    double[] of(SpectralShape shape, Spectrogram amplitude) {
      return shape.flatness(amplitude);
    }
  },
  /** Change since the frame before, 0 to 2. */
  @JsonProperty("flux")
  FLUX {
    @Override
    double[] of(SpectralShape shape, Spectrogram amplitude) {
      return shape.flux(amplitude);
    }
  };

  abstract double[] of(SpectralShape shape, Spectrogram amplitude);
}
