package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * Augmented copies that are made once and learned beside the clips themselves: {@code
 * augmentedCopies: {each: 2}}. Without copies, sound is augmented anew in every epoch.
 *
 * @param each copies of each clip, 0 to 100, 0 when left out
 * @param evenClasses whether clips of smaller classes get further copies, until every class has as
 *     many examples as the largest; false when left out
 */
public record Copies(int each, boolean evenClasses) {

  /** None: augmentation is on the fly. */
  public static final Copies NONE = new Copies(0, false);

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** Checks the range. */
  public Copies {
    Bounds.check("each", each, 0, 100);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Copies of(
      @JsonProperty("each") @Nullable Integer each,
      @JsonProperty("evenClasses") @Nullable Boolean evenClasses) {
    return new Copies(each == null ? 0 : each, evenClasses != null && evenClasses);
  }

  /**
   * How many copies are made of each clip.
   *
   * @param labels class of each clip
   */
  public int[] counts(int[] labels) {
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    for (int label : labels) {
      sizes.merge(label, 1, Integer::sum);
    }
    int largest = sizes.values().stream().mapToInt(size -> size).max().orElse(0);
    TreeMap<Integer, Integer> seen = new TreeMap<>();
    int[] counts = new int[labels.length];
    for (int i = 0; i < counts.length; i++) {
      int size = sizes.getOrDefault(labels[i], 1);
      int missing = evenClasses ? (largest - size) * (each + 1) : 0;
      // What does not come out even goes to the first clips of the class.
      int place = seen.merge(labels[i], 1, Integer::sum) - 1;
      counts[i] = each + missing / size + (place < missing % size ? 1 : 0);
    }
    return counts;
  }

  /**
   * The generator of a copy: the same for the same content, whatever it is called and in whatever
   * order copies are made.
   *
   * @param seed of the run
   * @param digest of the clip, hexadecimal, at least 16 digits
   * @param number of the copy, from 1
   */
  public static SplittableRandom random(long seed, String digest, int number) {
    long content = Long.parseUnsignedLong(digest.substring(0, 16), 16);
    return new SplittableRandom(
        new SplittableRandom(seed * GOLDEN ^ content).nextLong() + GOLDEN * number);
  }
}
