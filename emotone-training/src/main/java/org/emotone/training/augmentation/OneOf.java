package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One of several augmentations: {@code {type: oneOf, of: [...], weights: [2, 1]}}.
 *
 * @param of its parts
 * @param weights how often each is taken relative to the others, above 0; empty, which it is when
 *     left out, for all alike
 * @param p that it is done, 1 when left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OneOf(List<Augmentation> of, List<Double> weights, double p) implements Composition {

  /** Checks the parts. */
  public OneOf {
    of = Composition.checked(of, p);
    weights = List.copyOf(weights);
    if (!weights.isEmpty() && weights.size() != of.size()) {
      throw new IllegalArgumentException(
          "weights must be as many as augmentations, " + of.size() + ", were " + weights.size());
    }
    if (weights.stream().anyMatch(weight -> !(weight > 0 && weight < 1e6))) {
      throw new IllegalArgumentException("weights must be above 0, were " + weights);
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static OneOf of(
      @JsonProperty(value = "of", required = true) List<Augmentation> of,
      @JsonProperty("weights") @Nullable List<Double> weights,
      @JsonProperty("p") @Nullable Double p) {
    return new OneOf(
        of == null ? List.of() : of, weights == null ? List.of() : weights, Chances.orAlways(p));
  }

  @Override
  public List<Augmentation> pick(SplittableRandom random) {
    if (weights.isEmpty()) {
      return List.of(of.get(random.nextInt(of.size())));
    }
    double left = random.nextDouble() * weights.stream().mapToDouble(w -> w).sum();
    int chosen = 0;
    while (chosen < of.size() - 1 && left >= weights.get(chosen)) {
      left -= weights.get(chosen++);
    }
    return List.of(of.get(chosen));
  }

  @Override
  public OneOf from(Path folder) {
    return new OneOf(new Chain(of).from(folder).steps(), weights, p);
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
