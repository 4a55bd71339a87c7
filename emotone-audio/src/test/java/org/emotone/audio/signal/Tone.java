package org.emotone.audio.signal;

import org.emotone.audio.Waveform;

/**
 * The sine of a known frequency in a waveform, by least squares.
 *
 * @param amplitude of the sine
 * @param phase in radians, relative to a sine that starts with the waveform
 * @param restDb power of all else relative to that of a sine of amplitude 1, in dB
 */
record Tone(double amplitude, double phase, double restDb) {

  static Tone fit(Waveform waveform, double hz, int from, int to) {
    double ss = 0;
    double cc = 0;
    double sc = 0;
    double ys = 0;
    double yc = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * hz * i / waveform.sampleRate();
      double s = Math.sin(angle);
      double c = Math.cos(angle);
      ss += s * s;
      cc += c * c;
      sc += s * c;
      ys += waveform.samples()[i] * s;
      yc += waveform.samples()[i] * c;
    }
    double determinant = ss * cc - sc * sc;
    double a = (ys * cc - yc * sc) / determinant;
    double b = (yc * ss - ys * sc) / determinant;
    double rest = 0;
    for (int i = from; i < to; i++) {
      double angle = 2 * Math.PI * hz * i / waveform.sampleRate();
      rest += Math.pow(waveform.samples()[i] - a * Math.sin(angle) - b * Math.cos(angle), 2);
    }
    double restDb = 10 * Math.log10(rest / (to - from) / 0.5);
    return new Tone(Math.hypot(a, b), Math.atan2(b, a), restDb);
  }
}
