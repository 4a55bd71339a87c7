package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.emotone.audio.Waveform;

/**
 * Several features of the same frames side by side.
 *
 * @param parts the features, in order, at least one; each must have as many frames of a clip as the
 *     others
 */
public record Concatenated(List<Extractor> parts) implements Extractor {

  /** Checks that there is a part. */
  @JsonCreator
  public Concatenated(@JsonProperty("parts") List<Extractor> parts) {
    this.parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must hold at least one extractor");
    }
  }

  @Override
  public int coefficients() {
    return parts.stream().mapToInt(Extractor::coefficients).sum();
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return parts.get(0).hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return parts.get(0).frames(samples, sampleRate);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    int columns = coefficients();
    int frames = Math.toIntExact(frames(waveform.length(), waveform.sampleRate()));
    float[] values = new float[frames * columns];
    int column = 0;
    for (Extractor part : parts) {
      FeatureMatrix matrix = part.extract(waveform);
      if (matrix.frames() != frames) {
        throw new IllegalArgumentException(
            "parts must have the same number of frames, but "
                + part.getClass().getSimpleName()
                + " has "
                + matrix.frames()
                + " of this clip and "
                + parts.get(0).getClass().getSimpleName()
                + " has "
                + frames
                + "; give them the same hop and padding");
      }
      for (int frame = 0; frame < frames; frame++) {
        System.arraycopy(
            matrix.values(),
            frame * matrix.coefficients(),
            values,
            frame * columns + column,
            matrix.coefficients());
      }
      column += matrix.coefficients();
    }
    return new FeatureMatrix(values, frames, columns);
  }

  @Override
  public void checkRate(int sampleRate) {
    parts.forEach(part -> part.checkRate(sampleRate));
  }
}
