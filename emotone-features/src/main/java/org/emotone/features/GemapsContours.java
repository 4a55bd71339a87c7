package org.emotone.features;

import org.emotone.audio.Waveform;
import org.emotone.features.gemaps.GemapsAnalysis;

/**
 * The 25 low-level descriptors of eGeMAPSv02 over time, smoothed, every 10 ms: see {@link
 * GemapsAnalysis#contours}. A clip shorter than 60 ms has one frame.
 */
public record GemapsContours() implements Extractor {

  @Override
  public int coefficients() {
    return GemapsAnalysis.contourNames().size();
  }

  @Override
  public double hopSeconds(int sampleRate) {
    return GemapsAnalysis.hopSeconds(sampleRate);
  }

  @Override
  public long frames(int samples, int sampleRate) {
    return GemapsAnalysis.frames(samples, sampleRate);
  }

  @Override
  public FeatureMatrix extract(Waveform waveform) {
    float[] values = GemapsAnalysis.of(waveform).contours();
    return new FeatureMatrix(values, values.length / coefficients(), coefficients());
  }

  @Override
  public void checkRate(int sampleRate) {
    GemapsAnalysis.checkRate(sampleRate);
  }
}
