package org.emotone.audio.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedLengthTest {

  private static final Waveform CLIP = new Waveform(new float[] {1, 2, 3, 4, 5}, 8000);

  /** Golden values: {@code numpy.pad} with the modes reflect and wrap, of NumPy 2.4.6. */
  @ParameterizedTest
  @CsvSource({
    "12, ZERO, true, 0 0 0 1 2 3 4 5 0 0 0 0",
    "12, REFLECT, true, 4 3 2 1 2 3 4 5 4 3 2 1",
    "18, REFLECT, true, 3 4 5 4 3 2 1 2 3 4 5 4 3 2 1 2 3 4",
    "12, REPEAT, true, 3 4 5 1 2 3 4 5 1 2 3 4",
    "18, REPEAT, true, 5 1 2 3 4 5 1 2 3 4 5 1 2 3 4 5 1 2",
    "8, ZERO, false, 1 2 3 4 5 0 0 0",
    "8, REPEAT, false, 1 2 3 4 5 1 2 3",
    "8, REFLECT, false, 1 2 3 4 5 4 3 2",
    "5, REPEAT, true, 1 2 3 4 5",
    "3, REPEAT, false, 1 2 3",
    "3, REPEAT, true, 2 3 4",
    "2, ZERO, true, 2 3",
    "0, ZERO, true, ''"
  })
  void waveformsAreFilledUpOrCut(int samples, Fill fill, boolean centred, String expected) {
    float[] filled = new FixedLength(samples, fill, centred).apply(CLIP).waveform().samples();
    String words = expected.isEmpty() ? "" : expected.replace(" ", ".0 ") + ".0";
    assertThat(words(filled)).isEqualTo(words);
  }

  private static String words(float[] samples) {
    StringBuilder words = new StringBuilder();
    for (float sample : samples) {
      words.append(words.isEmpty() ? "" : " ").append(sample);
    }
    return words.toString();
  }

  @Test
  void theMaskTellsOwnSamplesFromFilling() {
    assertThat(new FixedLength(8, Fill.REPEAT, true).apply(CLIP).mask())
        .containsExactly(false, true, true, true, true, true, false, false);
    assertThat(new FixedLength(3, Fill.ZERO, true).apply(CLIP).mask())
        .containsExactly(true, true, true);
  }

  @Test
  void ofNothingComesSilence() {
    Waveform nothing = new Waveform(new float[0], 8000);
    FixedLength.Padded padded = new FixedLength(2, Fill.REFLECT, true).apply(nothing);
    assertThat(padded.waveform().samples()).containsExactly(0, 0);
    assertThat(padded.mask()).containsExactly(false, false);
    Waveform one = new Waveform(new float[] {7}, 8000);
    assertThat(new FixedLength(3, Fill.REFLECT, true).apply(one).waveform().samples())
        .containsExactly(7, 7, 7);
  }

  @Test
  void aNegativeLengthIsRefused() {
    assertThatThrownBy(() -> new FixedLength(-1, Fill.ZERO, true)).hasMessageContaining("samples");
  }
}
