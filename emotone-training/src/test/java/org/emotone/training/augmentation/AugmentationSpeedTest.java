package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.emotone.audio.Waveform;
import org.emotone.features.FrontEnd;
import org.emotone.features.Trim;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Prints what each kind of augmentation costs for a clip of three seconds at 16 kHz, in processor
 * time of the calling thread (large transforms use others as well), the median of 60; with {@code
 * -Dtest.groups=slow -Dtest.excludedGroups=}.
 */
@Tag("slow")
class AugmentationSpeedTest {

  private static final int WARM_UP = 40;
  private static final int MEASURED = 60;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @Test
  void eachKindOnThreeSeconds() {
    Waveform voice = Sounds.voice(48_000);
    float[] noisy = voice.samples().clone();
    float[] noise = Sounds.white(1, 0.003, noisy.length).samples();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += noise[i];
    }
    Waveform clip = new Waveform(noisy, Sounds.RATE);
    List<Augmentation> kinds = new ArrayList<>(Catalogue.sound());
    kinds.add(Pitch.of(null, StretchMethod.PHASE_VOCODER, null));
    kinds.add(Stretch.of(null, StretchMethod.PHASE_VOCODER, null));
    List<String> lines = new ArrayList<>();
    for (Augmentation kind : kinds) {
      Chain chain = new Chain(List.of(kind));
      double ms = median(i -> Chain.apply(clip, chain.drawSound(new SplittableRandom(i))));
      lines.add("%-14s %6.1f ms".formatted(Catalogue.name(kind), ms));
    }
    FrontEnd frontEnd = FrontEnd.of(16_000, Trim.of(null, null, null), null, null, null);
    double analysis = median(i -> frontEnd.analyse(clip, frontEnd.speech(clip)));
    lines.add("%-14s %6.1f ms".formatted("front-end", analysis));
    lines.forEach(System.out::println);
    assertThat(lines).hasSize(kinds.size() + 1);
  }

  private double median(IntConsumer work) {
    double[] times = new double[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long before = threads.getCurrentThreadCpuTime();
      work.accept(i);
      if (i >= 0) {
        times[i] = (threads.getCurrentThreadCpuTime() - before) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[MEASURED / 2];
  }
}
