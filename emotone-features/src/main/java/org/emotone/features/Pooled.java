package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.features.functional.Contour;
import org.emotone.features.functional.Functional;
import org.jspecify.annotations.Nullable;

/**
 * A clip as one row: what functionals say of each coefficient over time. The first functional of
 * all coefficients comes first, then the second of all.
 *
 * @param of the features over time
 * @param functionals which, in order, at least one
 */
@JsonPropertyOrder({"of", "functionals"})
public record Pooled(Extractor of, List<Functional> functionals) implements Extractor {

  /** Checks that there is a functional. */
  public Pooled {
    functionals = List.copyOf(functionals);
    if (functionals.isEmpty()) {
      throw new IllegalArgumentException("functionals must name at least one functional");
    }
  }

  /** Fills in what is left out (null): the mean, of {@link Mfcc}. */
  @JsonCreator
  public static Pooled of(
      @JsonProperty("of") @Nullable Extractor of,
      @JsonProperty("functionals") @Nullable List<Functional> functionals) {
    return new Pooled(
        of == null ? Mfcc.of(null, null, null) : of,
        functionals == null ? List.of(Functional.MEAN) : functionals);
  }

  @Override
  public int coefficients() {
    return of.coefficients() * functionals.size();
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return of.hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return 1;
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    FeatureMatrix matrix = of.extract(waveform);
    int columns = matrix.coefficients();
    float[] values = new float[coefficients()];
    double[] contour = new double[matrix.frames()];
    for (int column = 0; column < columns; column++) {
      for (int frame = 0; frame < contour.length; frame++) {
        contour[frame] = matrix.get(frame, column);
      }
      Contour over = new Contour(contour.clone(), of.hopSeconds(waveform.sampleRate()));
      for (int i = 0; i < functionals.size(); i++) {
        values[i * columns + column] = (float) functionals.get(i).of(over);
      }
    }
    return new FeatureMatrix(values, 1, values.length);
  }

  @Override
  public void checkRate(int sampleRate) {
    of.checkRate(sampleRate);
  }
}
