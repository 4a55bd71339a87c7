package org.emotone.features.effect;

import java.util.Arrays;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.features.check.Bounds;
import org.emotone.features.spectral.ComplexSpectrogram;
import org.emotone.features.spectral.Stft;

/**
 * Stretching in time and shifting in pitch by the phase vocoder (Flanagan and Golden, 1966), with
 * the conventions of librosa 0.11's {@code time_stretch} and {@code pitch_shift}. An instance is
 * immutable and shared by threads.
 *
 * @param stft the transform; for speech its window should span two periods of the voice or more
 */
public record PhaseVocoder(Stft stft) {

  /** librosa's default, a transform of 2048 samples every 512. */
  public static final PhaseVocoder LIBROSA = new PhaseVocoder(Stft.LIBROSA);

  /** The pitch shift's resampling is by a fraction whose denominator is this. */
  private static final int RATE_STEPS = 1 << 16;

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
    ComplexSpectrogram transform = stft.transform(clip.samples());
    int length = (int) Math.max(1, Math.rint(clip.length() / rate));
    return new Waveform(stft.inverse(vocode(transform, rate), length), clip.sampleRate());
  }

  /**
   * The clip higher or lower at the same length.
   *
   * @param semitones −24 to 24
   * @throws IllegalArgumentException as {@link #stretch}
   */
  public Waveform shift(Waveform clip, double semitones) {
    Bounds.check("semitones", semitones, -24, 24);
    double rate = Math.pow(2, -semitones / 12);
    Waveform stretched = stretch(clip, rate);
    // The stretched clip is played 1 / rate times as fast.
    int from = (int) Math.rint(RATE_STEPS / rate);
    float[] resampled =
        Resampler.resample(new Waveform(stretched.samples(), from), RATE_STEPS).samples();
    return new Waveform(Arrays.copyOf(resampled, clip.length()), clip.sampleRate());
  }

  private ComplexSpectrogram vocode(ComplexSpectrogram in, double rate) {
    int bins = in.bins();
    int frames = (int) Math.ceil(in.frames() / rate);
    double[] out = new double[2 * frames * bins];
    double[] phases = new double[bins];
    for (int bin = 0; bin < bins; bin++) {
      phases[bin] = angle(in, 0, bin);
    }
    for (int frame = 0; frame < frames; frame++) {
      double place = frame * rate;
      int before = (int) place;
      double share = place - before;
      for (int bin = 0; bin < bins; bin++) {
        double size =
            (1 - share) * magnitude(in, before, bin) + share * magnitude(in, before + 1, bin);
        out[2 * (frame * bins + bin)] = size * Math.cos(phases[bin]);
        out[2 * (frame * bins + bin) + 1] = size * Math.sin(phases[bin]);
        double expected = 2 * Math.PI * stft.hop() * bin / stft.fftSize();
        double deviation = angle(in, before + 1, bin) - angle(in, before, bin) - expected;
        phases[bin] += expected + deviation - 2 * Math.PI * Math.rint(deviation / (2 * Math.PI));
      }
    }
    return new ComplexSpectrogram(out, frames, bins);
  }

  private static double magnitude(ComplexSpectrogram s, int frame, int bin) {
    return frame < s.frames() ? Math.hypot(s.re(frame, bin), s.im(frame, bin)) : 0;
  }

  private static double angle(ComplexSpectrogram s, int frame, int bin) {
    return frame < s.frames() ? Math.atan2(s.im(frame, bin), s.re(frame, bin)) : 0;
  }
}
