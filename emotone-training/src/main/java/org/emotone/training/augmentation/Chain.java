package org.emotone.training.augmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.emotone.audio.Waveform;

/**
 * Augmentations one after the other; what a recipe's {@code augmentation} holds.
 *
 * @param steps in the order in which they are done
 */
public record Chain(List<Augmentation> steps) {

  /** Nothing is done. */
  public static final Chain NONE = new Chain(List.of());

  /** Copies the list. */
  public Chain {
    steps = List.copyOf(steps);
  }

  /** Whether nothing is ever done. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }

  /** The steps that work at a stage. */
  public Chain of(Stage stage) {
    return new Chain(steps.stream().filter(step -> Stage.of(step) == stage).toList());
  }

  /** The same with relative paths taken from a folder. */
  public Chain from(Path folder) {
    return new Chain(steps.stream().map(step -> step.from(folder)).toList());
  }

  /**
   * What tells the recordings that are added from others: the names and contents of their files.
   *
   * @throws IOException if they cannot be read
   */
  public String recordings() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Augmentation step : steps) {
      all.append(step.recordings());
    }
    return all.toString();
  }

  /**
   * Looks whether the files that are needed are there.
   *
   * @throws IOException if not, in one line
   */
  public void check() throws IOException {
    for (Augmentation step : steps) {
      step.check();
    }
  }

  /**
   * What is done to the sound of a clip this time.
   *
   * @param random whose state alone decides
   */
  public List<Effect> drawSound(SplittableRandom random) {
    List<Augmentation> drawn = new ArrayList<>();
    draw(steps, random, drawn);
    List<Effect> effects = new ArrayList<>();
    for (Augmentation augmentation : drawn) {
      if (augmentation instanceof SoundAugmentation own) {
        effects.add(own.draw(random));
      }
    }
    return List.copyOf(effects);
  }

  /**
   * What is done to the features of a clip this time.
   *
   * @param random whose state alone decides
   */
  public List<FeatureAugmentation> drawFeatures(SplittableRandom random) {
    List<Augmentation> drawn = new ArrayList<>();
    draw(steps, random, drawn);
    return drawn.stream()
        .filter(FeatureAugmentation.class::isInstance)
        .map(FeatureAugmentation.class::cast)
        .toList();
  }

  /** Decides which are done, without their values. */
  private static void draw(
      List<Augmentation> steps, SplittableRandom random, List<Augmentation> drawn) {
    for (Augmentation step : steps) {
      if (step.p() < 1 && random.nextDouble() >= step.p()) {
        continue;
      }
      if (step instanceof Composition composition) {
        draw(composition.pick(random), random, drawn);
      } else {
        drawn.add(step);
      }
    }
  }

  /** Whether one of the steps, or a part of one, stretches features in time. */
  boolean stretches() {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof TimeStretch
                    || (step instanceof Composition composition
                        && new Chain(composition.of()).stretches()));
  }

  /** A clip with effects one after the other. */
  public static Waveform apply(Waveform clip, List<Effect> effects) {
    Waveform changed = clip;
    for (Effect effect : effects) {
      changed = effect.apply(changed);
    }
    return changed;
  }

  /** Effects in words; {@code unchanged} if there are none. */
  public static String words(List<Effect> effects) {
    return effects.isEmpty()
        ? "unchanged"
        : effects.stream().map(Effect::words).collect(Collectors.joining(", "));
  }
}
