package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.recipe.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Published systems, in the order in which they are told of; a YAML file.
 *
 * @param systems at least one, no id twice
 * @param leftOut what is not among them; empty when left out
 */
public record Catalogue(
    @JsonProperty(required = true) List<PublishedSystem> systems, List<LeftOut> leftOut) {

  /**
   * What is not run.
   *
   * @param what a published system or figure
   * @param why the reason, in a sentence
   */
  public record LeftOut(
      @JsonProperty(required = true) String what, @JsonProperty(required = true) String why) {}

  /** Checks that no id stands twice, and fills in what is null. */
  @JsonCreator
  public static Catalogue of(
      @JsonProperty(value = "systems", required = true) List<PublishedSystem> systems,
      @JsonProperty("leftOut") @Nullable List<LeftOut> leftOut) {
    return new Catalogue(systems, leftOut == null ? List.of() : leftOut);
  }

  /** Checks that no id stands twice. */
  public Catalogue {
    systems = List.copyOf(systems);
    leftOut = List.copyOf(leftOut);
    if (systems.stream().map(PublishedSystem::id).distinct().count() != systems.size()) {
      throw new IllegalArgumentException("systems must have ids that differ");
    }
  }

  /**
   * Reads a catalogue.
   *
   * @throws RecipeException if it is none, in one line
   */
  public static Catalogue read(Path file) throws RecipeException {
    return RecipeFile.parse(file.toString(), RecipeFile.text(file), Catalogue.class);
  }

  /**
   * A system by its id.
   *
   * @throws RecipeException if there is none, in one line with all there are
   */
  public PublishedSystem byId(String id) throws RecipeException {
    return systems.stream()
        .filter(system -> system.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RecipeException(
                    "there is no system '"
                        + id
                        + "' in the catalogue; there are "
                        + String.join(", ", systems.stream().map(PublishedSystem::id).toList())));
  }

  /**
   * The recipe of a system under its published protocol.
   *
   * @param folder where the catalogue is
   * @throws RecipeException if it is not valid, in one line
   */
  public static Recipe published(PublishedSystem system, Path folder) throws RecipeException {
    return with(RecipeFile.read(folder.resolve(system.recipe())), system, system.set());
  }

  /**
   * The recipe of a system with speakers kept apart.
   *
   * @param folder where the catalogue is
   * @throws RecipeException if it is not valid, in one line
   */
  public static Recipe independent(PublishedSystem system, Path folder) throws RecipeException {
    return with(published(system, folder), system, system.independent());
  }

  /**
   * The recipe of a pre-training.
   *
   * @param folder where the catalogue is
   * @throws RecipeException if it is not valid, in one line
   */
  public static Recipe pretraining(Pretraining pretraining, Path folder) throws RecipeException {
    Recipe recipe = RecipeFile.read(folder.resolve(pretraining.recipe()));
    return with(recipe, pretraining.id() + " of " + pretraining.recipe(), pretraining.set());
  }

  /**
   * A recipe whose answers are joined with those of a system's own, on the same clips.
   *
   * @param folder where the catalogue is
   * @throws RecipeException if it is not valid, in one line
   */
  public static Recipe joined(PublishedSystem system, JoinedRecipe joined, Path folder)
      throws RecipeException {
    Recipe recipe = RecipeFile.read(folder.resolve(joined.recipe()));
    String name = system.id() + " with " + joined.recipe();
    return with(recipe, name, joined.set()).withClipsOf(published(system, folder));
  }

  private static Recipe with(Recipe recipe, PublishedSystem system, Map<String, JsonNode> values)
      throws RecipeException {
    return with(recipe, system.id() + " of " + system.recipe(), values);
  }

  private static Recipe with(Recipe recipe, String name, Map<String, JsonNode> values)
      throws RecipeException {
    return values.isEmpty() ? recipe : Settings.apply(name, recipe, new LinkedHashMap<>(values));
  }
}
