package org.emotone.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private static final String DIGEST = "0123456789abcdef";

  @Test
  void everyClipGetsAsManyCopies() {
    assertThat(new Copies(2, false).counts(new int[] {0, 1, 1, 2})).containsExactly(2, 2, 2, 2);
    assertThat(new Copies(0, true).counts(new int[] {0, 0, 0, 1})).containsExactly(0, 0, 0, 2);
  }

  @Property
  void classesBecomeEven(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 4) Integer> classes,
      @ForAll @IntRange(max = 3) int each) {
    int[] labels = classes.stream().mapToInt(i -> i).toArray();
    int[] counts = new Copies(each, true).counts(labels);
    Map<Integer, Integer> sizes = new TreeMap<>();
    int largest = 0;
    for (int i = 0; i < labels.length; i++) {
      sizes.merge(labels[i], 1 + counts[i], Integer::sum);
      largest = Math.max(largest, sizes.getOrDefault(labels[i], 0));
      assertThat(counts[i]).isGreaterThanOrEqualTo(each);
    }
    assertThat(sizes.values()).containsOnly(largest);
  }

  @Test
  void copyIsDecidedBySeedContentAndNumber() {
    long first = Copies.random(1, DIGEST, 1).nextLong();
    assertThat(Copies.random(1, DIGEST, 1).nextLong()).isEqualTo(first);
    assertThat(
            List.of(
                Copies.random(2, DIGEST, 1).nextLong(),
                Copies.random(1, DIGEST, 2).nextLong(),
                Copies.random(1, "1" + DIGEST, 1).nextLong()))
        .doesNotContain(first)
        .doesNotHaveDuplicates();
  }
}
