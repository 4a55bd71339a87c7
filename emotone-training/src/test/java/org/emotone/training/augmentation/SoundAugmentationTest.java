package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.SpectralFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundAugmentationTest {

  private static final Waveform VOICE = Sounds.voice(24_000);

  /** All that draw something and need no folder, as a recipe may say them. */
  static final List<String> DRAWN =
      List.of(
          "{type: noise}",
          "{type: noise, colour: brown, amplitude: [0.001, 0.005]}",
          "{type: noise, colour: violet, snrDb: 10}",
          "{type: shift, fill: hiss}",
          "{type: roll}",
          "{type: pitch}",
          "{type: pitch, semitones: {any: [-3.5, 2.5]}, method: phaseVocoder}",
          "{type: stretch}",
          "{type: stretch, rate: [0.7, 1.3], method: phaseVocoder}",
          "{type: speed}",
          "{type: gain}",
          "{type: gain, factor: [0.5, 2]}",
          "{type: vtlp}",
          "{type: reverb}",
          "{type: bandLimit, highHz: [2000, 4000]}",
          "{type: phone, highHz: [3000, 3800]}",
          "{type: codec}",
          "{type: clipping, share: [0.01, 0.2]}",
          "{type: gaps}");

  @Property(tries = 60)
  void sameSeedGivesTheSameSamplesAndAnotherSeedOthers(
      @ForAll @IntRange(max = 18) int kind, @ForAll long seed) {
    String yaml = DRAWN.get(kind);
    float[] before = VOICE.samples().clone();
    Waveform once = Sounds.apply(yaml, VOICE, seed);
    assertThat(Sounds.apply(yaml, VOICE, seed).samples()).as(yaml).isEqualTo(once.samples());
    boolean other = false;
    for (int i = 1; i <= 20 && !other; i++) {
      other = !Arrays.equals(Sounds.apply(yaml, VOICE, seed + i).samples(), once.samples());
    }
    assertThat(other).as(yaml).isTrue();
    assertThat(VOICE.samples()).as("the clip itself").isEqualTo(before);
  }

  @Property(tries = 60)
  void anyClipIsTakenAndKeepsRateAndLength(
      @ForAll @IntRange(max = 18) int kind,
      @ForAll @IntRange(min = 1, max = 3000) int length,
      @ForAll @IntRange(min = 0, max = 3) int sort) {
    Waveform voice = Sounds.voice(length);
    int rate = List.of(8000, 16_000, 44_100, 48_000).get(sort);
    float[] samples = sort == 3 ? new float[length] : voice.samples();
    Waveform out = Sounds.apply(DRAWN.get(kind), new Waveform(samples, rate), 5);
    assertThat(out.sampleRate()).isEqualTo(rate);
    if (!DRAWN.get(kind).contains("stretch") && !DRAWN.get(kind).contains("speed")) {
      assertThat(out.length()).as(DRAWN.get(kind)).isEqualTo(length);
    }
    for (float sample : out.samples()) {
      assertThat(sample).isFinite();
    }
  }

  @Test
  void everyKindCanBeWrittenAndReadAgain() throws Exception {
    for (JsonSubTypes.Type type : Augmentation.class.getAnnotation(JsonSubTypes.class).value()) {
      String rest =
          switch (type.name()) {
            case "recordedNoise", "background", "babble" -> ", folder: x";
            case "bandLimit" -> ", lowHz: [50, 150]";
            case "sequence", "oneOf", "someOf" -> ", of: [{type: noise}, {type: polarity}]";
            default -> "";
          };
      Augmentation read = Sounds.augmentation("{type: " + type.name() + rest + "}");
      String written = Sounds.YAML.writeValueAsString(read);
      assertThat(Sounds.augmentation(written)).as(written).isEqualTo(read);
      assertThat(read.getClass()).isEqualTo(type.value());
    }
  }

  @Property(tries = 40)
  void noiseReachesItsRatioWithinATenthOfADecibel(
      @ForAll @DoubleRange(min = -10, max = 60) double snr,
      @ForAll Colour colour,
      @ForAll long seed) {
    AddNoise noise = AddNoise.of(colour, Amount.fixed(snr), null, null, null);
    Waveform out = noise.draw(new SplittableRandom(seed)).apply(VOICE);
    assertThat(Sounds.snr(out, VOICE)).isCloseTo(snr, within(0.1));
  }

  @Test
  void noiseOfAnAmplitudeIsThatShareOfItsScale() {
    double peak = Math.pow(10, Level.of(VOICE).peakDb() / 20);
    double rms = Math.sqrt(Sounds.power(VOICE.samples()));
    assertThat(added("{type: noise, amplitude: 0.005}")).isCloseTo(0.005, within(1e-6));
    assertThat(added("{type: noise, amplitude: 0.035, of: peak}") / peak)
        .isCloseTo(0.035, within(1e-5));
    assertThat(added("{type: noise, amplitude: 0.2, of: rms, colour: pink}") / rms)
        .isCloseTo(0.2, within(1e-4));
  }

  private static double added(String yaml) {
    return Math.sqrt(Sounds.power(Sounds.difference(Sounds.apply(yaml, VOICE, 1), VOICE)));
  }

  @Test
  void shiftedClipIsFilledAndRolledClipComesBack() {
    Waveform later = Sounds.apply("{type: shift, seconds: 0.01}", VOICE, 1);
    assertThat(Arrays.copyOf(later.samples(), 160)).containsOnly(0);
    assertThat(Arrays.copyOfRange(later.samples(), 160, 24_000))
        .isEqualTo(Arrays.copyOf(VOICE.samples(), 24_000 - 160));
    Waveform earlier = Sounds.apply("{type: shift, seconds: -0.01, fill: hiss}", VOICE, 1);
    float[] hiss = Arrays.copyOfRange(earlier.samples(), 24_000 - 160, 24_000);
    assertThat(Math.sqrt(Sounds.power(hiss))).isCloseTo(0.001 / Math.sqrt(3), within(1e-4));
    Waveform rolled = Sounds.apply("{type: roll, seconds: 0.01}", VOICE, 1);
    assertThat(Sounds.apply("{type: roll, seconds: -0.01}", rolled, 1).samples())
        .isEqualTo(VOICE.samples());
    assertThat(Arrays.copyOf(rolled.samples(), 160))
        .isEqualTo(Arrays.copyOfRange(VOICE.samples(), 24_000 - 160, 24_000));
  }

  @Test
  void gainPolarityAndClippingDoWhatTheySay() {
    Waveform louder = Sounds.apply("{type: gain, db: 6}", VOICE, 1);
    assertThat(Level.of(louder).rmsDb() - Level.of(VOICE).rmsDb()).isCloseTo(6, within(1e-3));
    Waveform over = Sounds.apply("{type: gain, factor: -0.5}", VOICE, 1);
    Waveform turned = Sounds.apply("{type: polarity, p: 1}", VOICE, 1);
    for (int i = 0; i < 1000; i++) {
      assertThat(over.samples()[i]).isEqualTo(-0.5f * VOICE.samples()[i]);
      assertThat(turned.samples()[i]).isEqualTo(-VOICE.samples()[i]);
    }
    Waveform noise = Sounds.white(1, 0.1, 10_000);
    float[] clipped = Sounds.apply("{type: clipping, share: 0.05}", noise, 1).samples();
    float most = 0;
    for (float sample : clipped) {
      most = Math.max(most, Math.abs(sample));
    }
    int at = 0;
    for (float sample : clipped) {
      at += Math.abs(sample) == most ? 1 : 0;
    }
    assertThat(at).isBetween(500, 502);
  }

  @Test
  void gapsAreSilentAndAllElseStays() {
    Waveform noise = Sounds.white(1, 0.1, 16_000);
    Waveform out = Sounds.apply("{type: gaps, count: 1, seconds: 0.05}", noise, 3);
    int silent = 0;
    for (int i = 0; i < 16_000; i++) {
      silent += out.samples()[i] == 0 ? 1 : 0;
      assertThat(out.samples()[i]).isIn(0f, noise.samples()[i]);
    }
    assertThat(silent).isEqualTo(800);
  }

  private static double bandDb(Waveform clip, double from, double to) {
    return 10 * Math.log10(Sounds.power(new SpectralFilter(from, to, 20).apply(clip).samples()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ulaw", "alaw"})
  void telephoneHasItsBandAndTheNoiseOfEightBits(String law) {
    Waveform noise = Sounds.white(1, 0.1, 32_000);
    Waveform out = Sounds.apply("{type: phone, law: " + law + "}", noise, 1);
    double band = bandDb(out, 400, 3200);
    assertThat(band - bandDb(noise, 400, 3200)).isCloseTo(0, within(0.2));
    // Below and above there is but what quantisation spreads, some 38 dB down over 4 kHz.
    assertThat(bandDb(out, 60, 220)).isLessThan(band - 35);
    assertThat(bandDb(out, 3500, 3900)).isLessThan(band - 35);
    assertThat(bandDb(out, 4100, 7900)).isLessThan(band - 55);
  }

  @Test
  void bandLimitsAreThose() {
    Waveform noise = Sounds.white(1, 0.1, 32_000);
    Waveform out = Sounds.apply("{type: bandLimit, lowHz: 200, highHz: 5000}", noise, 1);
    assertThat(bandDb(out, 300, 4900) - bandDb(noise, 300, 4900)).isCloseTo(0, within(0.05));
    // What is left is from cutting the filtered clip at its ends.
    assertThat(bandDb(out, 5100, 7900)).isLessThan(-70);
    assertThat(bandDb(out, 20, 140)).isLessThan(-70);
  }

  @Test
  void codecKeepsWhatIsSaidWithinItsBits() {
    Waveform call = Sounds.apply("{type: codec, kilobits: 32}", VOICE, 1);
    double xy = 0;
    for (int i = 0; i < VOICE.length(); i++) {
      xy += VOICE.samples()[i] * call.samples()[i];
    }
    double both = Sounds.power(VOICE.samples()) * Sounds.power(call.samples());
    assertThat(xy / VOICE.length() / Math.sqrt(both)).isGreaterThan(0.8);
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> Sounds.augmentation("{type: noise, snrDb: 5, amplitude: 1}"))
        .hasMessageContaining("noise has either snrDb or amplitude");
    assertThatThrownBy(() -> Sounds.augmentation("{type: pitch, semitones: [2, -2]}"))
        .hasMessageContaining("must be a range [from, to] with from at most to, was [2.0, -2.0]");
    assertThatThrownBy(() -> Sounds.augmentation("{type: pitch, semitones: high}"))
        .hasMessageContaining("must be a number, a range [from, to] or {any: [a, b, c]}, was high");
    assertThatThrownBy(() -> Sounds.augmentation("{type: reverb, seconds: 9}"))
        .hasMessageContaining("seconds must be from 0.05 to 5, was 9");
    assertThatThrownBy(() -> Sounds.augmentation("{type: bandLimit}"))
        .hasMessageContaining("bandLimit needs lowHz or highHz or both");
    assertThatThrownBy(() -> Sounds.augmentation("{type: bandLimit, lowHz: 300, highHz: 200}"))
        .hasMessageContaining("lowHz must be below highHz, were up to 300.0 and from 200.0 Hz");
    assertThatThrownBy(() -> Sounds.augmentation("{type: noise, p: 2}"))
        .hasMessageContaining("p must be from 0 to 1, was 2");
    assertThatThrownBy(() -> Sounds.augmentation("{type: babble}"))
        .hasMessageContaining("folder is missing");
  }
}
