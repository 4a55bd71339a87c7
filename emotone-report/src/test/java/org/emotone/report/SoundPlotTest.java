package org.emotone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;
import org.junit.jupiter.api.Test;

class SoundPlotTest {

  /** Where the spectrogram lies in the picture, which is drawn at twice its size. */
  private static final int LEFT = 2 * 64;

  private static final int TOP = 2 * 226;
  private static final int WIDTH = 2 * 860;
  private static final int HEIGHT = 2 * 280;

  private static Waveform tone(double hz, int rate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / rate));
    }
    return new Waveform(samples, rate);
  }

  /** The green of a place, which rises with the value in this palette. */
  private static int green(BufferedImage image, double time, double frequency) {
    int x = LEFT + (int) (time * WIDTH);
    int y = TOP + (int) ((1 - frequency) * HEIGHT);
    return new Color(image.getRGB(x, y)).getGreen();
  }

  @Test
  void aToneIsALineAtItsFrequency() {
    BufferedImage image = new SoundPlot(tone(2000, 16_000, 32_000), "tone", List.of(), "").draw();
    assertThat(image.getWidth()).isEqualTo(2000);
    assertThat(green(image, 0.5, 0.25)).isGreaterThan(220);
    assertThat(green(image, 0.5, 0.35)).isLessThan(20);
    assertThat(green(image, 0.5, 0.8)).isLessThan(20);
  }

  @Test
  void marksAreShadedBehindTheWaveform() {
    Waveform quiet = new Waveform(new float[16_000], 16_000);
    BufferedImage image = new SoundPlot(quiet, "q", List.of(new Segment(0.5, 1)), "speech").draw();
    int y = 2 * 70;
    assertThat(image.getRGB(LEFT + WIDTH / 4 + 9, y)).isEqualTo(Color.WHITE.getRGB());
    assertThat(image.getRGB(LEFT + 3 * WIDTH / 4 + 9, y)).isNotEqualTo(Color.WHITE.getRGB());
  }

  @Test
  void anyLengthAndRateCanBeDrawn() {
    for (int length : new int[] {1, 10, 500, 200_000}) {
      for (int rate : new int[] {1000, 8000, 96_000}) {
        Waveform waveform = tone(100, rate, length);
        assertThat(new SoundPlot(waveform, "any", List.of(), "").draw().getHeight())
            .isEqualTo(1120);
      }
    }
    Waveform nothing = new Waveform(new float[0], 8000);
    assertThatThrownBy(() -> new SoundPlot(nothing, "none", List.of(), ""))
        .hasMessageContaining("no sound");
  }
}
