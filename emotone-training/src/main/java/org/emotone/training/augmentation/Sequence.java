package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Several augmentations one after the other: {@code {type: sequence, of: [...], p: 0.5}}.
 *
 * @param of its parts
 * @param p that it is done, 1 when left out
 */
public record Sequence(List<Augmentation> of, double p) implements Composition {

  /** Checks the parts. */
  public Sequence {
    of = Composition.checked(of, p);
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static Sequence of(
      @JsonProperty(value = "of", required = true) List<Augmentation> of,
      @JsonProperty("p") @Nullable Double p) {
    return new Sequence(of == null ? List.of() : of, Chances.orAlways(p));
  }

  @Override
  public List<Augmentation> pick(SplittableRandom random) {
    return of;
  }

  @Override
  public Sequence from(Path folder) {
    return new Sequence(new Chain(of).from(folder).steps(), p);
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
