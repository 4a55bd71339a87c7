package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.SpectralShape;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that say what a spectrum looks like as a whole.
 *
 * @param stft the transform
 * @param measures which, in order, at least one
 */
@JsonPropertyOrder({"stft", "measures"})
public record Shapes(Stft stft, List<ShapeMeasure> measures) implements StftExtractor {

  /** Checks that there is a measure. */
  public Shapes {
    measures = List.copyOf(measures);
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("measures must name at least one measure");
    }
  }

  /** Fills in what is left out (null): librosa's transform, all measures. */
  @JsonCreator
  public static Shapes of(
      @JsonProperty("stft") @Nullable Stft stft,
      @JsonProperty("measures") @Nullable List<ShapeMeasure> measures) {
    return new Shapes(
        stft == null ? Stft.LIBROSA : stft,
        measures == null ? List.of(ShapeMeasure.values()) : measures);
  }

  @Override
  public int coefficients() {
    return measures.size();
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    Spectrogram amplitude = stft.amplitude(waveform.samples());
    SpectralShape shape = SpectralShape.of(stft, waveform.sampleRate());
    int columns = measures.size();
    float[] values = new float[amplitude.frames() * columns];
    for (int column = 0; column < columns; column++) {
      double[] measured = measures.get(column).of(shape, amplitude);
      for (int frame = 0; frame < measured.length; frame++) {
        values[frame * columns + column] = (float) measured[frame];
      }
    }
    return new FeatureMatrix(values, amplitude.frames(), columns);
  }
}
