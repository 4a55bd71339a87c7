package org.emotone.training.recipe;

import java.util.List;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.engine.TrainerOptions;
import org.jspecify.annotations.Nullable;

/** A recipe of which some parts are replaced. */
final class RecipeCopy {

  private final Recipe recipe;
  private String name;
  private List<String> corpora;
  private List<SelectRule> select;
  private Labels labels;
  private SplitChoice split;
  private double validationSpeakers;
  private double validationClips;
  private List<Augmentation> augmentation;
  private Copies copies;
  private TrainerOptions training;
  private long seed;
  private @Nullable String initialWeights;

  RecipeCopy(Recipe recipe) {
    this.recipe = recipe;
    this.name = recipe.name();
    this.corpora = recipe.corpora();
    this.select = recipe.select();
    this.labels = recipe.labels();
    this.split = recipe.split();
    this.validationSpeakers = recipe.validationSpeakers();
    this.validationClips = recipe.validationClips();
    this.augmentation = recipe.augmentation();
    this.copies = recipe.augmentedCopies();
    this.training = recipe.training();
    this.seed = recipe.seed();
    this.initialWeights = recipe.initialWeights();
  }

  RecipeCopy name(String other) {
    name = other;
    return this;
  }

  /** Learns from and is tested on the same clips, with the same classes, as another. */
  RecipeCopy clips(Recipe other) {
    corpora = other.corpora();
    select = other.select();
    labels = other.labels();
    split = other.split();
    validationSpeakers = other.validationSpeakers();
    validationClips = other.validationClips();
    return this;
  }

  /** Rules that are for other corpora alone go with them. */
  RecipeCopy corpora(List<String> other) {
    corpora = other;
    select = select.stream().flatMap(rule -> rule.among(other).stream()).toList();
    return this;
  }

  RecipeCopy validationClips(double other) {
    validationClips = other;
    return this;
  }

  RecipeCopy split(SplitChoice other) {
    split = other;
    return this;
  }

  /** Copies go where there is no sound left to change. */
  RecipeCopy augmentation(List<Augmentation> other) {
    augmentation = other;
    boolean sound = other.stream().anyMatch(step -> Stage.of(step) == Stage.SOUND);
    copies = sound ? copies : Copies.NONE;
    return this;
  }

  RecipeCopy training(TrainerOptions other) {
    training = other;
    return this;
  }

  RecipeCopy seed(long other) {
    seed = other;
    return this;
  }

  RecipeCopy initialWeights(@Nullable String other) {
    initialWeights = other;
    return this;
  }

  Recipe build() {
    return new Recipe(
        name,
        recipe.description(),
        corpora,
        select,
        labels,
        recipe.balance(),
        recipe.listenerVotes(),
        split,
        validationSpeakers,
        validationClips,
        recipe.skipUnreadable(),
        recipe.frontEnd(),
        recipe.scaler(),
        recipe.network(),
        recipe.classifier(),
        recipe.refit(),
        augmentation,
        copies,
        training,
        seed,
        initialWeights);
  }
}
