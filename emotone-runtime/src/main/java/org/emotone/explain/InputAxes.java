package org.emotone.explain;

import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.LogMel;

/**
 * Where the cells of a model's input lie in time and frequency.
 *
 * @param startSeconds where its first frame lies in the recording
 * @param secondsPerFrame from one frame to the next
 * @param seconds length of what the features are of
 * @param hz centre of each coefficient in Hz; empty where coefficients are no bands of frequency
 */
public record InputAxes(double startSeconds, double secondsPerFrame, double seconds, double[] hz) {

  /** Those of a clip. */
  static InputAxes of(FrontEnd frontEnd, Waveform clip, FeatureMatrix features) {
    Waveform resampled = frontEnd.resample(clip);
    Range speech = frontEnd.speech(resampled);
    double start = (double) speech.start() / frontEnd.sampleRate();
    if (frontEnd.cut() != null && frontEnd.cut().offset() < resampled.duration() - start) {
      start += frontEnd.cut().offset();
    }
    double hop = frontEnd.features().hopSeconds(frontEnd.sampleRate());
    double seconds =
        features.frames() == 1
            ? (double) speech.length() / frontEnd.sampleRate()
            : features.frames() * hop;
    return new InputAxes(start, hop, seconds, hz(frontEnd));
  }

  private static double[] hz(FrontEnd frontEnd) {
    if (!(frontEnd.features() instanceof LogMel mel) || frontEnd.coefficients() != mel.bands()) {
      return new double[0];
    }
    double low = mel.scale().toMel(mel.minHz());
    double step = (mel.scale().toMel(mel.maxHz()) - low) / (mel.bands() + 1);
    double[] hz = new double[mel.bands()];
    for (int band = 0; band < hz.length; band++) {
      hz[band] = mel.scale().toHz(low + (band + 1) * step);
    }
    return hz;
  }
}
