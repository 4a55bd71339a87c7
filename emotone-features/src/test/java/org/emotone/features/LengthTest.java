package org.emotone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LengthTest {

  private static FeatureMatrix counting(int frames) {
    float[] values = new float[frames];
    for (int i = 0; i < frames; i++) {
      values[i] = i + 1;
    }
    return new FeatureMatrix(values, frames, 1);
  }

  private static float[] apply(int min, int max, Pad pad, PadSide side, Crop crop, int frames) {
    return new Length(min, max, pad, side, crop).apply(counting(frames)).values();
  }

  @Test
  void shortClipsAreFilledUpAsAsked() {
    assertThat(apply(6, 9, Pad.ZERO, PadSide.RIGHT, Crop.CENTRE, 3))
        .containsExactly(1, 2, 3, 0, 0, 0);
    assertThat(apply(6, 9, Pad.ZERO, PadSide.BOTH, Crop.CENTRE, 3))
        .containsExactly(0, 1, 2, 3, 0, 0);
    assertThat(apply(8, 9, Pad.REPEAT, PadSide.RIGHT, Crop.CENTRE, 3))
        .containsExactly(1, 2, 3, 1, 2, 3, 1, 2);
    assertThat(apply(6, 9, Pad.EDGE, PadSide.BOTH, Crop.CENTRE, 3))
        .containsExactly(1, 1, 2, 3, 3, 3);
  }

  @Test
  void longClipsAreCroppedAsAsked() {
    assertThat(apply(1, 3, Pad.ZERO, PadSide.RIGHT, Crop.CENTRE, 7)).containsExactly(3, 4, 5);
    assertThat(apply(1, 3, Pad.ZERO, PadSide.RIGHT, Crop.START, 7)).containsExactly(1, 2, 3);
  }

  @Test
  void windowsOverlapByHalfAndEndWithTheClip() {
    Length length = new Length(2, 4, Pad.ZERO, PadSide.RIGHT, Crop.CENTRE);
    List<FeatureMatrix> windows = length.windows(counting(9));
    assertThat(windows).hasSize(4);
    assertThat(windows.get(0).values()).containsExactly(1, 2, 3, 4);
    assertThat(windows.get(1).values()).containsExactly(3, 4, 5, 6);
    assertThat(windows.get(2).values()).containsExactly(5, 6, 7, 8);
    assertThat(windows.get(3).values()).containsExactly(6, 7, 8, 9);
  }

  @Property
  void everyFrameIsInAWindowAndEveryWindowIsAccepted(
      @ForAll @IntRange(min = 1, max = 60) int frames,
      @ForAll @IntRange(min = 1, max = 10) int min,
      @ForAll @IntRange(min = 0, max = 10) int more,
      @ForAll Pad pad,
      @ForAll PadSide side) {
    Length length = new Length(min, min + more, pad, side, Crop.CENTRE);
    boolean[] seen = new boolean[frames + 1];
    for (FeatureMatrix window : length.windows(counting(frames))) {
      assertThat(window.frames()).isBetween(min, min + more);
      for (float value : window.values()) {
        seen[(int) value] = true;
      }
    }
    for (int frame = 1; frame <= frames; frame++) {
      assertThat(seen[frame]).isTrue();
    }
    assertThat(length.apply(counting(frames)).frames()).isBetween(min, min + more);
  }

  @Test
  void aLongestBelowTheShortestIsRefused() {
    assertThatThrownBy(() -> Length.of(5, 4, null, null, null))
        .hasMessage("maxFrames must be from 5 to 100000, was 4");
  }
}
