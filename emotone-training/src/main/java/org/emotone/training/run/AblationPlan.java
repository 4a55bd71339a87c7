package org.emotone.training.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.Catalogue;
import org.emotone.training.augmentation.Composition;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;

/**
 * What is trained to score augmentations: a recipe without any, with each by itself, and with all.
 *
 * @param variants what is trained, the one without augmentation first
 * @param seeds each variant is trained with, at least one
 */
public record AblationPlan(List<Variant> variants, List<Long> seeds) {

  /** What the variant without augmentation is called. */
  public static final String NONE = "none";

  /** What the variant with all augmentations is called. */
  public static final String ALL = "all";

  /** Copies the lists. */
  public AblationPlan {
    variants = List.copyOf(variants);
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || new HashSet<>(seeds).size() != seeds.size()) {
      throw new IllegalArgumentException("seeds must be different numbers, were " + seeds);
    }
  }

  /**
   * A way to train.
   *
   * @param name of the augmentation, {@link #NONE}, {@link #ALL}, or {@code all but} one
   * @param against which variant it is compared with; its own name for the first
   * @param recipe all else equal
   */
  public record Variant(String name, String against, Recipe recipe) {}

  /** What is scored: a step of the recipe's augmentation, or mixing of examples. */
  private record Part(String name, List<Augmentation> steps, double mixup, double cutMix) {}

  /**
   * Plans.
   *
   * @param recipe whose augmentations, {@code mixup} and {@code cutMix} are scored
   * @param leaveOut whether all but each are trained as well
   * @throws TrainingException if there is nothing to score, in one line
   */
  public static AblationPlan of(Recipe recipe, boolean leaveOut, List<Long> seeds) {
    List<Part> parts = parts(recipe);
    if (parts.isEmpty()) {
      throw new TrainingException(
          "recipe "
              + recipe.name()
              + " augments nothing; give augmentations to score, such as '{type: noise}'");
    }
    List<Variant> variants = new ArrayList<>();
    variants.add(new Variant(NONE, NONE, with(recipe, List.of())));
    for (Part part : parts) {
      variants.add(new Variant(part.name(), NONE, with(recipe, List.of(part))));
    }
    if (parts.size() > 1) {
      variants.add(new Variant(ALL, NONE, with(recipe, parts)));
      for (Part part : leaveOut ? parts : List.<Part>of()) {
        List<Part> rest = new ArrayList<>(parts);
        rest.remove(part);
        variants.add(new Variant("all but " + part.name(), ALL, with(recipe, rest)));
      }
    }
    return new AblationPlan(variants, seeds);
  }

  private static List<Part> parts(Recipe recipe) {
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>(List.of(NONE, ALL));
    for (Augmentation step : recipe.augmentation()) {
      String name = name(step);
      int number = 1;
      while (!names.add(number == 1 ? name : name + " " + number)) {
        number++;
      }
      parts.add(new Part(number == 1 ? name : name + " " + number, List.of(step), 0, 0));
    }
    double mixup = recipe.training().mixup();
    double cutMix = recipe.training().cutMix();
    if (mixup > 0) {
      parts.add(new Part("mixup", List.of(), mixup, 0));
    }
    if (cutMix > 0) {
      parts.add(new Part("cutMix", List.of(), 0, cutMix));
    }
    return parts;
  }

  private static String name(Augmentation step) {
    String type = Catalogue.name(step);
    return step instanceof Composition composition
        ? composition.of().stream()
            .map(AblationPlan::name)
            .collect(Collectors.joining("+", type + "(", ")"))
        : type;
  }

  private static Recipe with(Recipe recipe, List<Part> parts) {
    List<Augmentation> steps = parts.stream().flatMap(part -> part.steps().stream()).toList();
    double mixup = parts.stream().mapToDouble(Part::mixup).sum();
    double cutMix = parts.stream().mapToDouble(Part::cutMix).sum();
    return recipe.withAugmentation(steps).withTraining(recipe.training().withMixing(mixup, cutMix));
  }

  /** How many trainings it takes. */
  public int trials() {
    return variants.size() * seeds.size();
  }
}
