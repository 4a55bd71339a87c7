package org.emotone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.Waveform;

/**
 * What about a clip speaks against trusting what is recognised in it.
 *
 * @param seconds its length
 * @param peakDb its largest amplitude in dB relative to full scale, −∞ for digital silence
 * @param clipped share of samples at full scale (0.999 and above), 0 to 1
 * @param sampleRate its rate in Hz
 */
record ClipQuality(double seconds, double peakDb, double clipped, int sampleRate) {

  private static final double SHORTEST_SECONDS = 0.5;
  private static final double QUIETEST_DB = -60;
  private static final double MOST_CLIPPED = 0.01;
  private static final float FULL_SCALE = 0.999f;

  static ClipQuality of(Waveform clip) {
    float peak = 0;
    long full = 0;
    for (float sample : clip.samples()) {
      float amplitude = Math.abs(sample);
      peak = Math.max(peak, amplitude);
      if (amplitude >= FULL_SCALE) {
        full++;
      }
    }
    double clipped = clip.length() == 0 ? 0 : (double) full / clip.length();
    return new ClipQuality(clip.duration(), 20 * Math.log10(peak), clipped, clip.sampleRate());
  }

  /** Whether there is nothing to hear. */
  boolean silent() {
    return peakDb < QUIETEST_DB;
  }

  /** The faults in plain words, none for a good clip. */
  List<String> warnings(int modelRate) {
    List<String> warnings = new ArrayList<>();
    if (silent()) {
      String level =
          Double.isInfinite(peakDb) ? "digital silence" : "peak " + one(peakDb) + " dBFS";
      warnings.add("nearly silent (" + level + "): there is nothing to hear an emotion in");
    }
    if (seconds < SHORTEST_SECONDS) {
      warnings.add(
          String.format(Locale.ROOT, "only %.2f s long: too short to hear an emotion in", seconds));
    }
    if (clipped > MOST_CLIPPED) {
      warnings.add("clipped: " + one(100 * clipped) + " % of the samples are at full scale");
    }
    if (sampleRate < modelRate) {
      warnings.add(
          "recorded at "
              + sampleRate
              + " Hz: what the model hears above "
              + sampleRate / 2
              + " Hz (up to "
              + modelRate / 2
              + " Hz) is missing");
    }
    return warnings;
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
