package org.emotone.training.study;

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
 * A way to train a recipe, of those that an ablation compares.
 *
 * @param name of the augmentation, {@link #NONE}, {@link #ALL}, or {@code all but} one
 * @param against which variant it is compared with; its own name for the first
 * @param recipe all else equal
 */
public record AblationVariant(String name, String against, Recipe recipe) {

  /** What the variant without augmentation is called. */
  public static final String NONE = "none";

  /** What the variant with all augmentations is called. */
  public static final String ALL = "all";

  /** What is scored: a step of the recipe's augmentation, or mixing of examples. */
  private record Part(String name, List<Augmentation> steps, double mixup, double cutMix) {}

  /**
   * A recipe without any augmentation, with each by itself, and with all.
   *
   * @param recipe whose augmentations, {@code mixup} and {@code cutMix} are scored
   * @param leaveOut whether there are also variants with all but each
   * @return the one without augmentation first
   * @throws TrainingException if there is nothing to score, in one line
   */
  public static List<AblationVariant> of(Recipe recipe, boolean leaveOut) {
    List<Part> parts = parts(recipe);
    if (parts.isEmpty()) {
      throw new TrainingException(
          "recipe "
              + recipe.name()
              + " augments nothing; give augmentations to score, such as '{type: noise}'");
    }
    List<AblationVariant> variants = new ArrayList<>();
    variants.add(new AblationVariant(NONE, NONE, with(recipe, List.of())));
    for (Part part : parts) {
      variants.add(new AblationVariant(part.name(), NONE, with(recipe, List.of(part))));
    }
    if (parts.size() > 1) {
      variants.add(new AblationVariant(ALL, NONE, with(recipe, parts)));
      for (Part part : leaveOut ? parts : List.<Part>of()) {
        List<Part> rest = new ArrayList<>(parts);
        rest.remove(part);
        variants.add(new AblationVariant("all but " + part.name(), ALL, with(recipe, rest)));
      }
    }
    return List.copyOf(variants);
  }

  /** The name of its run with a seed. */
  String run(long seed) {
    return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "") + "-seed" + seed;
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
            .map(AblationVariant::name)
            .collect(Collectors.joining("+", type + "(", ")"))
        : type;
  }

  private static Recipe with(Recipe recipe, List<Part> parts) {
    List<Augmentation> steps = parts.stream().flatMap(part -> part.steps().stream()).toList();
    double mixup = parts.stream().mapToDouble(Part::mixup).sum();
    double cutMix = parts.stream().mapToDouble(Part::cutMix).sum();
    return recipe.withAugmentation(steps).withTraining(recipe.training().withMixing(mixup, cutMix));
  }
}
