package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class QualityTest {

  @Test
  void aGoodRecordingHasNoWarning() {
    Quality quality = Quality.of(VoiceActivityTest.twoUtterances(16_000));
    assertThat(quality.warnings()).isEmpty();
    assertThat(quality.seconds()).isEqualTo(5);
    assertThat(quality.silence()).isCloseTo(0.6, within(0.06));
    assertThat(quality.speechSeconds()).isCloseTo(2, within(0.3));
    assertThat(quality.snrDb()).isGreaterThan(20);
    assertThat(quality.bandwidthHz()).isEqualTo(8000);
    assertThat(quality.deadChannels()).isEmpty();
  }

  @Test
  void telephoneSoundInAWiderFileIsNamed() {
    Waveform clip = VoiceActivityTest.twoUtterances(16_000);
    Waveform narrow = Resampler.resample(Resampler.resample(clip, 7157), 16_000);
    assertThat(Quality.of(narrow).bandwidthHz()).isCloseTo(3500, within(250.0));
    assertThat(Quality.of(narrow).warnings())
        .singleElement()
        .asString()
        .matches("16 kHz file whose content ends at 3\\.\\d kHz: telephone");
    assertThat(Quality.of(Resampler.resample(clip, 48_000)).bandwidthHz())
        .isCloseTo(8000, within(300.0));
  }

  @Test
  void speechThatLastsToTheEndIsGivenOnceAndNotBeyondTheEnd() throws IOException {
    Waveform voice = Audio.read(Path.of("..", "samples", "loud-man.wav"));
    for (int length = 16_000; length < 32_000; length += 1601) {
      QualityMeter meter = new QualityMeter(voice.sampleRate(), 1);
      meter.add(new Range(0, length).of(voice).samples(), length);
      meter.end();
      assertThat(meter.end()).isEmpty();
      assertThat(meter.quality()).isEqualTo(Quality.of(new Range(0, length).of(voice)));
    }
  }

  @Test
  void aBroadcastThatIsCutBelowItsRateIsGoodEnough() {
    Waveform wide = Resampler.resample(VoiceActivityTest.twoUtterances(16_000), 48_000);
    assertThat(Quality.of(wide).warnings()).isEmpty();
  }

  @Test
  void whatIsCutOffAtFullScaleIsClipped() {
    Waveform loud = Level.gain(VoiceActivityTest.twoUtterances(16_000), 30);
    for (int i = 0; i < loud.length(); i++) {
      loud.samples()[i] = Math.max(-1, Math.min(1, loud.samples()[i]));
    }
    Quality quality = Quality.of(loud);
    assertThat(quality.clipped()).isGreaterThan(0.01);
    assertThat(quality.warnings()).anyMatch(line -> line.startsWith("clipped: "));
  }

  @Test
  void aConstantOffsetIsFound() {
    float[] samples = VoiceActivityTest.twoUtterances(16_000).samples();
    for (int i = 0; i < samples.length; i++) {
      samples[i] += 0.1f;
    }
    Quality quality = Quality.of(new Waveform(samples, 16_000));
    assertThat(quality.dcOffset()).isCloseTo(0.1, within(1e-3));
    assertThat(quality.warnings())
        .contains("constant offset of 10.0 % of full scale: a fault of the recorder");
  }

  @Test
  void aDeadChannelIsNamed() {
    float[] mono = VoiceActivityTest.twoUtterances(16_000).samples();
    float[] stereo = new float[2 * mono.length];
    for (int i = 0; i < mono.length; i++) {
      stereo[2 * i] = mono[i];
    }
    QualityMeter meter = new QualityMeter(16_000, 2);
    meter.add(stereo, mono.length);
    Quality quality = meter.quality();
    assertThat(quality.deadChannels()).containsExactly(2);
    assertThat(quality.warnings()).containsExactly("channel 2 of 2 is dead");
  }

  @Test
  void whatIsShortOrSilentOrWithoutSpeechSaysSo() {
    Waveform clip = VoiceActivityTest.twoUtterances(16_000);
    assertThat(Quality.of(new Excerpt(1.1, 0.3).of(clip)).warnings())
        .containsExactly("only 0.30 s long: too short to hear an emotion in");
    assertThat(Quality.of(new Waveform(new float[16_000], 16_000)).warnings())
        .containsExactly("nearly silent (digital silence): there is nothing to hear an emotion in");
    assertThat(Quality.of(new Waveform(new float[0], 16_000)).warnings())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("only 0.00 s long");
    assertThat(Quality.of(Noise.white(48_000, 16_000, 1)).warnings()).contains("no speech found");
  }

  @Test
  void noiseIsHeardUnderSpeech() {
    Waveform clip = VoiceActivityTest.twoUtterances(16_000);
    Waveform noisy = Mixture.of(clip, Noise.white(80_000, 16_000, 1), 0, 1).waveform();
    assertThat(Quality.of(noisy).warnings()).anyMatch(line -> line.startsWith("noisy: speech is"));
  }

  @Property(tries = 15)
  void blocksAreMeasuredAsTheWhole(
      @ForAll @IntRange(min = 1, max = 30_000) int largest, @ForAll long seed) {
    Waveform clip = VoiceActivityTest.twoUtterances(22_050);
    Random random = new Random(seed);
    QualityMeter meter = new QualityMeter(22_050, 1);
    for (int at = 0; at < clip.length(); ) {
      int next = Math.min(clip.length(), at + 1 + random.nextInt(largest));
      meter.add(Arrays.copyOfRange(clip.samples(), at, next), next - at);
      at = next;
    }
    assertThat(meter.quality()).isEqualTo(Quality.of(clip));
  }
}
