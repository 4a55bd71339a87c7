package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class SpectralMaskTest {

  private static final int RATE = SpectralMask.SAMPLE_RATE;

  /** Gains that depend on what is heard: loud points pass. */
  private static final MaskEstimator GATE =
      features -> {
        float[][] masks = new float[features.length][SpectralMask.BINS];
        for (int frame = 0; frame < masks.length; frame++) {
          for (int bin = 0; bin < SpectralMask.BINS; bin++) {
            masks[frame][bin] = features[frame][bin] > 1 ? 1 : 0.1f;
          }
        }
        return masks;
      };

  private static MaskEstimator constant(float gain) {
    return features -> {
      float[][] masks = new float[features.length][SpectralMask.BINS];
      for (float[] mask : masks) {
        Arrays.fill(mask, gain);
      }
      return masks;
    };
  }

  @Property(tries = 40)
  void gainsOfOneChangeNothing(
      @ForAll @IntRange(min = 1, max = 9000) int length,
      @ForAll @IntRange(min = 0, max = 3) int choice) {
    int rate = new int[] {8000, 16_000, 44_100, 48_000}[choice];
    Waveform noise = Noise.white(length, rate, length);
    Waveform same = new SpectralMask(constant(1)).apply(noise);
    assertThat(same.sampleRate()).isEqualTo(rate);
    assertThat(same.length()).isEqualTo(length);
    for (int i = 0; i < length; i++) {
      assertThat(same.samples()[i]).isCloseTo(noise.samples()[i], within(1e-5f));
    }
  }

  @Test
  void aQuietRecordingIsTreatedAsALoudOne() {
    Waveform noisy =
        Mixture.of(Noise.pink(RATE, RATE, 1), Noise.white(RATE, RATE, 2), 3, 1).waveform();
    SpectralMask mask = new SpectralMask(GATE);
    Waveform loud = mask.apply(noisy);
    Waveform quiet = mask.apply(Level.gain(noisy, -40));
    assertThat(SignalToDistortion.db(loud, quiet)).isGreaterThan(60);
  }

  @Test
  void silenceStaysSilence() {
    Waveform silence = new Waveform(new float[5000], RATE);
    assertThat(new SpectralMask(GATE).apply(silence).samples()).containsOnly(0f);
  }

  @Test
  void longClipsAreHeardInBlocksThatFitTogether() {
    // Five blocks and a rest; the estimator is local, so that blocks must not show.
    int length = 5 * 2048 * SpectralMask.HOP + 777;
    Waveform noise = Noise.pink(length, RATE, 5);
    int[] calls = new int[1];
    SpectralMask mask =
        new SpectralMask(
            features -> {
              calls[0]++;
              return GATE.masks(features);
            });
    Waveform blocks = mask.apply(noise);
    assertThat(calls[0]).isEqualTo(6);
    float[][] whole = GATE.masks(SpectralMask.features(SpectralMask.magnitudes(noise)));
    Waveform once = new SpectralMask(features -> whole).apply(cut(noise, 2000 * SpectralMask.HOP));
    // Up to where the cut begins to show the gains are those of the first frames.
    Waveform start = cut(blocks, 1990 * SpectralMask.HOP);
    assertThat(SignalToDistortion.db(start, cut(once, 1990 * SpectralMask.HOP))).isGreaterThan(90);
  }

  private static Waveform cut(Waveform waveform, int length) {
    return new Waveform(Arrays.copyOf(waveform.samples(), length), waveform.sampleRate());
  }

  @Test
  void aboveEightKilohertzTheGainIsThatBelowIt() {
    // Nothing passes from 7 kHz on, at 16 kHz, and so nothing above 8 kHz either.
    MaskEstimator low =
        features -> {
          float[][] masks = new float[features.length][SpectralMask.BINS];
          for (float[] mask : masks) {
            Arrays.fill(mask, 0, 200, 1);
          }
          return masks;
        };
    Waveform white = Noise.white(48_000, 48_000, 9);
    Waveform filtered = new SpectralMask(low).apply(white);
    Waveform above = new SpectralFilter(8000, Double.POSITIVE_INFINITY, 500).apply(filtered);
    Waveform below = new SpectralFilter(0, 6000, 200).apply(filtered);
    assertThat(Level.of(above).rmsDb()).isLessThan(Level.of(below).rmsDb() - 45);
  }

  @Test
  void anExampleSaysWhatErrorGainsMake() {
    Waveform speech = Noise.white(2 * RATE, RATE, 21);
    Waveform noisy = Mixture.of(speech, Noise.white(2 * RATE, RATE, 22), 5, 1).waveform();
    MaskExample example = MaskExample.of(noisy, speech);
    // Gains of 1 leave the noise, whose energy is 5 dB below that of the speech.
    assertThat(-10 * Math.log10(error(example, 1))).isCloseTo(5, within(0.05));
    // Gains of 0 leave nothing: the error is the speech.
    assertThat(error(example, 0)).isCloseTo(1, within(1e-4));
  }

  private static double error(MaskExample example, double gain) {
    double error = example.rest();
    for (int frame = 0; frame < example.targets().length; frame++) {
      for (int bin = 0; bin < SpectralMask.BINS; bin++) {
        error +=
            Math.pow(gain * example.magnitudes()[frame][bin] - example.targets()[frame][bin], 2);
      }
    }
    return error;
  }

  @Test
  void anExampleNeedsSpeech() {
    Waveform noise = Noise.white(RATE, RATE, 1);
    assertThatThrownBy(() -> MaskExample.of(noise, new Waveform(new float[RATE], RATE)))
        .hasMessageContaining("silent");
    assertThatThrownBy(() -> SpectralMask.magnitudes(new Waveform(new float[9], 8000)))
        .hasMessageContaining("8000 Hz");
  }
}
