package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class CutTest {

  private static final Waveform CLIP = new Waveform(new float[] {1, 2, 3, 4, 5, 6}, 10);

  @Test
  void aPartIsTakenAndFilledUp() {
    assertThat(new Cut(0.2, 0.3, true).apply(CLIP).samples()).containsExactly(3, 4, 5);
    assertThat(new Cut(0.4, 0.4, true).apply(CLIP).samples()).containsExactly(5, 6, 0, 0);
    assertThat(new Cut(0.4, 0.4, false).apply(CLIP).samples()).containsExactly(5, 6);
  }

  @Test
  void aClipThatEndsBeforeTheOffsetIsTakenFromItsStart() {
    assertThat(new Cut(5, 0.2, false).apply(CLIP).samples()).containsExactly(1, 2);
  }

  @Test
  void absurdTimesAreRefused() {
    assertThatThrownBy(() -> Cut.of(-1.0, null, null))
        .hasMessage("offset must be from 0 to 3600, was -1");
    assertThatThrownBy(() -> Cut.of(null, Double.NaN, null))
        .hasMessage("duration must be from 0.01 to 3600, was NaN");
  }
}
