package org.emotone.features.effect;

import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Playback;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;

/**
 * Stretching in time and shifting in pitch by overlapping pieces of the waveform itself, each taken
 * from where it continues the last one best (WSOLA: Verhelst and Roelands, 1993). For a single
 * voice it is quicker than {@link PhaseVocoder} and keeps the sharpness of plosives; the pieces are
 * too short for very low tones.
 *
 * @param frameSeconds length of a piece, of which half overlaps the next, 0.005 to 0.2 s
 * @param searchSeconds how far around its place a piece is looked for, 0 to 0.1 s; at least a
 *     period of the voice
 */
public record Wsola(double frameSeconds, double searchSeconds) {

  /** For speech: pieces of 30 ms, looked for within ±8 ms, a period of 62 Hz. */
  public static final Wsola SPEECH = new Wsola(0.03, 0.008);

  /** Checks the ranges. */
  public Wsola {
    Bounds.check("frameSeconds", frameSeconds, 0.005, 0.2);
    Bounds.check("searchSeconds", searchSeconds, 0, 0.1);
  }

  /**
   * The clip faster or slower at the same pitch.
   *
   * @param rate 0.1 to 10; 2 is twice as fast, half as long
   * @return {@code round(length / rate)} samples, at least 1
   * @throws IllegalArgumentException if the rate is out of range, or the clip is empty or holds a
   *     sample that is not finite
   */
  public Waveform stretch(Waveform clip, double rate) {
    Bounds.check("rate", rate, 0.1, 10);
    Finite.check(clip.samples());
    float[] source = clip.samples();
    float[] out = new float[(int) Math.max(1, Math.rint(source.length / rate))];
    int half = (int) Math.max(4, Math.rint(frameSeconds * clip.sampleRate() / 2));
    int search = (int) Math.rint(searchSeconds * clip.sampleRate());
    int last = 0;
    for (int frame = 0; (frame - 1) * half < out.length; frame++) {
      int wanted = (int) Math.rint(frame * half * rate);
      int start = frame == 0 ? 0 : best(source, last + half, wanted, half, search);
      add(source, start - half, out, (frame - 1) * half, half);
      last = start;
    }
    return new Waveform(out, clip.sampleRate());
  }

  /**
   * The clip higher or lower at the same length: stretched, then played so much faster or slower.
   *
   * @param semitones −24 to 24
   * @throws IllegalArgumentException as {@link #stretch}
   */
  public Waveform shift(Waveform clip, double semitones) {
    Bounds.check("semitones", semitones, -24, 24);
    double speed = Math.pow(2, semitones / 12);
    float[] played = Playback.at(stretch(clip, 1 / speed), speed).samples();
    float[] out = new float[clip.length()];
    System.arraycopy(played, 0, out, 0, Math.min(played.length, out.length));
    return new Waveform(out, clip.sampleRate());
  }

  /** Adds a piece around its middle, under a Hann window of twice the half. */
  private static void add(float[] source, int from, float[] out, int to, int half) {
    for (int i = 0; i < 2 * half; i++) {
      int at = from + i;
      int place = to + i;
      if (at >= 0 && at < source.length && place >= 0 && place < out.length) {
        double weight = 0.5 - 0.5 * Math.cos(Math.PI * (i + 0.5) / half);
        out[place] += (float) (weight * source[at]);
      }
    }
  }

  /**
   * Where around a place the waveform is most like what would have come next, by the normalised
   * correlation of one half before and one after. Only every second sample is compared, and every
   * second place tried: what is found sounds the same, in a quarter of the time.
   */
  private static int best(float[] source, int natural, int wanted, int half, int search) {
    int best = wanted;
    double most = Double.NEGATIVE_INFINITY;
    for (int shift = -search; shift <= search; shift += 2) {
      double product = 0;
      double power = 1e-9;
      int first = Math.max(-half, -Math.min(natural, wanted + shift));
      int end = Math.min(half, source.length - Math.max(natural, wanted + shift));
      for (int i = first; i < end; i += 2) {
        float candidate = source[wanted + shift + i];
        product += (double) source[natural + i] * candidate;
        power += (double) candidate * candidate;
      }
      double likeness = product / Math.sqrt(power);
      if (likeness > most) {
        most = likeness;
        best = wanted + shift;
      }
    }
    return best;
  }
}
