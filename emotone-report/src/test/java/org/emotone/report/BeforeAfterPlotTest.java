package org.emotone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.emotone.audio.Waveform;
import org.junit.jupiter.api.Test;

class BeforeAfterPlotTest {

  /** Where a spectrogram lies in its half of the picture, which is drawn at twice its size. */
  private static final int LEFT = 2 * 64;

  private static final int TOP = 2 * 226;
  private static final int WIDTH = 2 * 860;
  private static final int HEIGHT = 2 * 280;
  private static final int HALF = 2 * 560;

  private static Waveform tone(double amplitude, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 2000 * i / 16_000));
    }
    return new Waveform(samples, 16_000);
  }

  private static int green(BufferedImage image, int half, double time) {
    int x = LEFT + (int) (time * WIDTH);
    int y = half * HALF + TOP + 3 * HEIGHT / 4;
    return new Color(image.getRGB(x, y)).getGreen();
  }

  @Test
  void bothHaveTheSameTimeAndTheSameColours() {
    BufferedImage image =
        new BeforeAfterPlot(tone(0.5, 32_000), tone(0.05, 16_000), "before", "after").draw();
    assertThat(image.getHeight()).isEqualTo(2 * HALF);
    assertThat(green(image, 0, 0.25)).isGreaterThan(220);
    assertThat(green(image, 0, 0.75)).isGreaterThan(220);
    assertThat(green(image, 1, 0.25)).isLessThan(green(image, 0, 0.25)).isGreaterThan(60);
    assertThat(green(image, 1, 0.75)).isLessThan(20);
  }

  @Test
  void ratesMustBeTheSame() {
    assertThatThrownBy(
            () ->
                new BeforeAfterPlot(
                    tone(1, 10), new Waveform(new float[1], 8000), "before", "after"))
        .hasMessage("both must be at one rate, were at 16000 and 8000 Hz");
  }
}
