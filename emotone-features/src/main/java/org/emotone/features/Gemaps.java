package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.audio.Waveform;
import org.emotone.features.gemaps.GemapsAnalysis;
import org.emotone.features.gemaps.GemapsSet;
import org.jspecify.annotations.Nullable;

/**
 * A clip as one row: the functionals of the Geneva Minimalistic Acoustic Parameter Set.
 *
 * @param set which version
 */
public record Gemaps(GemapsSet set) implements Extractor {

  /** Fills in what is left out (null): eGeMAPSv02. */
  @JsonCreator
  public static Gemaps of(@JsonProperty("set") @Nullable GemapsSet set) {
    return new Gemaps(set == null ? GemapsSet.EGEMAPS_V02 : set);
  }

  @Override
  public int coefficients() {
    return set.size();
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return GemapsAnalysis.hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return 1;
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    return new FeatureMatrix(GemapsAnalysis.of(waveform).functionals(set), 1, set.size());
  }

  @Override
  public void checkRate(int sampleRate) {
    GemapsAnalysis.checkRate(sampleRate);
  }
}
