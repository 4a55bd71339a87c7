package org.emotone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.Settings;
import org.emotone.training.reproduction.Catalogue;
import org.emotone.training.reproduction.JoinedRecipe;
import org.emotone.training.reproduction.Pretraining;
import org.emotone.training.reproduction.PublishedSystem;
import org.emotone.training.reproduction.ReproducedSystem;
import org.emotone.training.reproduction.Reproduction;
import org.emotone.training.reproduction.Unheard;
import org.emotone.training.reproduction.UnheardCorpus;
import org.emotone.training.run.RunRequest;
import org.jspecify.annotations.Nullable;

/**
 * Runs systems of a catalogue with all that they start from and are joined with.
 *
 * @param reproduction runs their recipes
 * @param unheard measures those that are nothing but a pre-training
 * @param conditions of all of them
 * @param stop stops them
 */
record SystemRun(
    Reproduction reproduction, UnheardCorpus unheard, Conditions conditions, StopFlag stop) {

  /**
   * What all systems share.
   *
   * @param folder of the catalogue
   * @param corpora folders of corpora by id
   * @param threads of LibTorch; null for one per core
   */
  record Conditions(Path folder, Map<String, Path> corpora, @Nullable Integer threads) {}

  /** Runs a system; nothing if stopping was asked for. */
  Optional<ReproducedSystem> of(PublishedSystem system)
      throws IOException, RecipeException, InterruptedException {
    Unheard corpus = system.unheard();
    if (corpus != null) {
      return measured(system, Objects.requireNonNull(system.pretraining()), corpus);
    }
    Recipe published = threaded(Catalogue.published(system, folder()));
    Optional<UnaryOperator<Recipe>> start = start(system.pretraining());
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<Recipe> branches = new ArrayList<>();
    for (JoinedRecipe joined : system.joined()) {
      Recipe branch = threaded(Catalogue.joined(system, joined, folder()));
      Optional<UnaryOperator<Recipe>> own = start(joined.pretraining());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      branches.add(own.get().apply(branch));
    }
    Recipe apart =
        system.independent().isEmpty() ? null : threaded(Catalogue.independent(system, folder()));
    Recipe recipe = start.get().apply(published);
    Reproduction.Recipes recipes =
        new Reproduction.Recipes(recipe, branches, apart == null ? null : start.get().apply(apart));
    return reproduction.run(system, recipes, needed(system, folder()), request(recipe), stop);
  }

  private Optional<ReproducedSystem> measured(
      PublishedSystem system, Pretraining pretraining, Unheard corpus)
      throws IOException, RecipeException, InterruptedException {
    Recipe first = threaded(Catalogue.pretraining(pretraining, folder()));
    Optional<Path> model = reproduction.pretrain(pretraining, first, request(first), stop);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    List<String> needed = needed(system, folder());
    Path place = Objects.requireNonNull(conditions.corpora().get(corpus.corpus()));
    return Optional.of(unheard.measure(system, model.get(), first, needed, place));
  }

  /** Gives recipes their first weights; nothing if stopping was asked for. */
  private Optional<UnaryOperator<Recipe>> start(@Nullable Pretraining pretraining)
      throws IOException, RecipeException {
    if (pretraining == null) {
      return Optional.of(UnaryOperator.identity());
    }
    Recipe first = threaded(Catalogue.pretraining(pretraining, folder()));
    return reproduction
        .pretrain(pretraining, first, request(first), stop)
        .map(model -> recipe -> recipe.withInitialWeights(model.toString()));
  }

  /** The corpora of a system and of what it starts from. */
  static List<String> needed(PublishedSystem system, Path folder) throws RecipeException {
    TreeSet<String> needed = new TreeSet<>();
    if (system.unheard() == null) {
      needed.addAll(Catalogue.published(system, folder).corpora());
    } else {
      needed.add(system.unheard().corpus());
    }
    for (Pretraining pretraining : system.pretrainings()) {
      needed.addAll(Catalogue.pretraining(pretraining, folder).corpora());
    }
    return List.copyOf(needed);
  }

  private Path folder() {
    return conditions.folder();
  }

  private RunRequest request(Recipe recipe) {
    Map<String, Path> own = new TreeMap<>(conditions.corpora());
    own.keySet().retainAll(recipe.corpora());
    return new RunRequest(own, null);
  }

  private Recipe threaded(Recipe recipe) throws RecipeException {
    if (conditions.threads() == null || recipe.classifier() != null) {
      return recipe;
    }
    Map<String, JsonNode> values =
        Map.of("training.threads", IntNode.valueOf(conditions.threads()));
    return Settings.apply(recipe.name(), recipe, values);
  }
}
