package org.emotone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WaveformTest {

  @Test
  void durationIsSamplesOverRate() {
    assertThat(new Waveform(new float[24_000], 16_000).duration()).isEqualTo(1.5);
  }

  @Test
  void aRateOfZeroIsRefused() {
    assertThatThrownBy(() -> new Waveform(new float[1], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("positive, was 0 Hz");
  }
}
