package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeMemoryTest {

  /**
   * A step makes eight activations of 16 · 6 · 4 · 200 floats, 2.5 MB in all; if they stayed, the
   * 200 steps that are watched would leave 490 MB. The bound leaves room for the Java heap.
   */
  @Test
  void nativeMemoryDoesNotGrowWithSteps(@TempDir Path folder) {
    TrainerOptions options =
        Samples.options("{epochs: 60, batchSize: 16, cropFrames: 400, ema: 0.9}");
    List<Long> bytes = new ArrayList<>();
    new Trainer(Samples.network(), options, 1, folder)
        .fit(
            Samples.examples(80, 1),
            Samples.examples(20, 2),
            metrics -> bytes.add(Pointer.physicalBytes()),
            new StopFlag());
    assertThat(bytes.get(59) - bytes.get(19)).isLessThan(150L << 20);
  }
}
