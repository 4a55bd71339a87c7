package org.emotone.corpus.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MeterTest {

  @Test
  void countsOnlyRunsAtFullScaleAsClipped() {
    Meter meter = new Meter(16_000, 1, 100);
    meter.accept(new float[] {0, 1, 1, 0, -1, -1, -1, -1, 0, 1}, 0, 10);
    assertThat(meter.clipped()).isEqualTo(0.4, within(1e-9));
    assertThat(meter.peak()).isEqualTo(1);
  }

  @Test
  void aRunMayGoOverTheEndOfABlock() {
    Meter meter = new Meter(16_000, 1, 100);
    meter.accept(new float[] {0, 1, 1}, 0, 3);
    meter.accept(new float[] {1, 0, 0}, 0, 3);
    assertThat(meter.clipped()).isEqualTo(0.5, within(1e-9));
  }

  @Test
  void seesClippingInOneChannelAndKeepsTheMeanOfBoth() {
    Meter meter = new Meter(16_000, 2, 2);
    meter.accept(new float[] {1, 0, 1, 0.5f, 1, 0, 0, 0}, 0, 4);
    assertThat(meter.clipped()).isEqualTo(3 / 8.0, within(1e-9));
    assertThat(meter.frames()).isEqualTo(4);
    assertThat(meter.beginning().samples()).containsExactly(0.5f, 0.75f);
  }

  @Test
  void hashesTheSamplesAsSixteenBitsLittleEndian() {
    Meter meter = new Meter(16_000, 1, 100);
    meter.accept(new float[] {0.5f, -1f}, 0, 2);
    byte[] pcm = {0, 0x40, 0, (byte) 0x80};
    assertThat(meter.hash()).isEqualTo(HexFormat.of().formatHex(Hashes.sha256().digest(pcm)));
  }

  @Test
  void takesAPartOfABlock() {
    Meter meter = new Meter(16_000, 1, 100);
    meter.accept(new float[] {1, 0.25f, 0.5f, 1}, 1, 2);
    assertThat(meter.frames()).isEqualTo(2);
    assertThat(meter.beginning().samples()).containsExactly(0.25f, 0.5f);
  }

  @Test
  void nothingIsNeitherLoudNorClipped() {
    Meter meter = new Meter(16_000, 1, 100);
    assertThat(meter.clipped()).isZero();
    assertThat(meter.peak()).isZero();
    assertThat(meter.beginning().length()).isZero();
  }
}
