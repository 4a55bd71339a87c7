package org.emotone.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.emotone.audio.signal.Quality;

/** The quality of a recording, for people and for programs. */
final class QualityText {

  private QualityText() {}

  /** All of it in one line. */
  static String line(Quality quality) {
    List<String> words = new ArrayList<>();
    words.add(kiloHertz(quality.sampleRate()));
    words.add(channels(quality));
    words.add("peak " + decibels(quality.peakDb()));
    words.add("RMS " + decibels(quality.rmsDb()));
    if (!quality.silent()) {
      words.add(String.format(Locale.ROOT, "clipped %.1f %%", 100 * quality.clipped()));
      words.add(String.format(Locale.ROOT, "speech %.1f s", quality.speechSeconds()));
      words.add(String.format(Locale.ROOT, "silence %.0f %%", 100 * quality.silence()));
      words.add(String.format(Locale.ROOT, "SNR %.0f dB", quality.snrDb()));
      words.add(String.format(Locale.ROOT, "content to %.1f kHz", quality.bandwidthHz() / 1e3));
      words.add(String.format(Locale.ROOT, "offset %.1f %%", 100 * Math.abs(quality.dcOffset())));
    }
    return String.join(", ", words);
  }

  /** A rate as people write it: 16 kHz, 22.05 kHz. */
  static String kiloHertz(int sampleRate) {
    return BigDecimal.valueOf(sampleRate, 3).stripTrailingZeros().toPlainString() + " kHz";
  }

  /** A level, or that there is none. */
  static String decibels(double db) {
    return Double.isInfinite(db) ? "none" : String.format(Locale.ROOT, "%.1f dBFS", db + 0.0);
  }

  private static String channels(Quality quality) {
    return switch (quality.channels()) {
      case 1 -> "mono";
      case 2 -> "stereo";
      default -> quality.channels() + " channels";
    };
  }
}
