package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Some of several augmentations, in their order: {@code {type: someOf, of: [...], atLeast: 0,
 * atMost: 2}}. Any number in between is as likely as any other.
 *
 * @param of its parts
 * @param atLeast how many at least, 0 to their number, 0 when left out
 * @param atMost how many at most, {@code atLeast} to their number, all when left out
 * @param p that it is done, 1 when left out
 */
public record SomeOf(List<Augmentation> of, int atLeast, int atMost, double p)
    implements Composition {

  /** Checks the parts. */
  public SomeOf {
    of = Composition.checked(of, p);
    if (atLeast < 0 || atMost < Math.max(1, atLeast) || atMost > of.size()) {
      throw new IllegalArgumentException(
          "atLeast and atMost must be numbers of augmentations out of "
              + of.size()
              + ", were "
              + atLeast
              + " and "
              + atMost);
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static SomeOf of(
      @JsonProperty(value = "of", required = true) List<Augmentation> of,
      @JsonProperty("atLeast") @Nullable Integer atLeast,
      @JsonProperty("atMost") @Nullable Integer atMost,
      @JsonProperty("p") @Nullable Double p) {
    List<Augmentation> parts = of == null ? List.of() : of;
    return new SomeOf(
        parts,
        atLeast == null ? 0 : atLeast,
        atMost == null ? Math.max(1, parts.size()) : atMost,
        Chances.orAlways(p));
  }

  @Override
  public List<Augmentation> pick(SplittableRandom random) {
    int count = random.nextInt(atLeast, atMost + 1);
    List<Augmentation> picked = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      // Each is taken with the probability that leaves all sets of this size alike.
      if (random.nextInt(of.size() - i) < count - picked.size()) {
        picked.add(of.get(i));
      }
    }
    return picked;
  }

  @Override
  public SomeOf from(Path folder) {
    return new SomeOf(new Chain(of).from(folder).steps(), atLeast, atMost, p);
  }

  @Override
  public void check() throws IOException {
    new Chain(of).check();
  }

  @Override
  public String recordings() throws IOException {
    return new Chain(of).recordings();
  }
}
