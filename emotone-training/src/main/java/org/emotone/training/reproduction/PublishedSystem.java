package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A system that was published with a figure, and how it is run again.
 *
 * @param id its name here: lower-case letters, digits and {@code -}
 * @param group the heading that it stands under; null for none
 * @param system who published it, and what it is
 * @param protocol how the published figure was obtained
 * @param published the published figure, 0 to 1; null if there is none
 * @param measure what the figure is, accuracy when left out
 * @param leaks how it owes something to its test
 * @param recipe the recipe of the published protocol, relative to the catalogue
 * @param set what is set in the recipe, by its paths; nothing when left out
 * @param pretraining what gives the first weights of all its runs; null for none
 * @param fusion what the answers of the recipe are joined with; null for nothing
 * @param unheard a corpus on which the pre-training is measured as it is, in place of training the
 *     recipe; null where the recipe is trained
 * @param seeds the recipe is run with, 1 to 3 when left out
 * @param independent what is set in the recipe, besides, to keep speakers apart; empty if the
 *     published protocol keeps them apart or they cannot be
 * @param independentSeeds seeds of that, the first of the others when left out
 * @param targets what is aimed at; null for a system that is only reproduced
 * @param note why our figure differs from the published one, or what was done otherwise; null for
 *     nothing to say
 */
public record PublishedSystem(
    String id,
    @Nullable String group,
    String system,
    String protocol,
    @Nullable Double published,
    Measure measure,
    List<Leak> leaks,
    String recipe,
    Map<String, JsonNode> set,
    @Nullable Pretraining pretraining,
    @Nullable FusionChoice fusion,
    @Nullable Unheard unheard,
    List<Long> seeds,
    Map<String, JsonNode> independent,
    List<Long> independentSeeds,
    @Nullable Targets targets,
    @Nullable String note) {

  /**
   * What is aimed at.
   *
   * @param must the figure that must be reached, 0 to 1
   * @param goal the figure that would be splendid, 0 to 1
   * @param others what other systems reach, in words; null for nothing to say
   */
  public record Targets(
      @JsonProperty(required = true) double must,
      @JsonProperty(required = true) double goal,
      @Nullable String others) {}

  /** Checks the id and the figure and takes copies. */
  public PublishedSystem {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id must be of lower-case letters, digits and '-', was '" + id + "'");
    }
    if (published != null && !(published >= 0 && published <= 1)) {
      throw new IllegalArgumentException("published must be from 0 to 1, was " + published);
    }
    leaks = List.copyOf(leaks);
    set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    seeds = List.copyOf(seeds);
    independent = Collections.unmodifiableMap(new LinkedHashMap<>(independent));
    independentSeeds = List.copyOf(independentSeeds);
    boolean more = fusion != null || !independent.isEmpty();
    if (unheard != null && (pretraining == null || more)) {
      throw new IllegalArgumentException(
          "unheard needs a pretraining, and neither fusion nor independent");
    }
    if (seeds.isEmpty() || independentSeeds.isEmpty()) {
      throw new IllegalArgumentException("seeds must be at least one");
    }
  }

  /** Fills in what is null. */
  @JsonCreator
  public static PublishedSystem of(
      @JsonProperty(value = "id", required = true) String id,
      @JsonProperty("group") @Nullable String group,
      @JsonProperty(value = "system", required = true) String system,
      @JsonProperty(value = "protocol", required = true) String protocol,
      @JsonProperty("published") @Nullable Double published,
      @JsonProperty("measure") @Nullable Measure measure,
      @JsonProperty("leaks") @Nullable List<Leak> leaks,
      @JsonProperty(value = "recipe", required = true) String recipe,
      @JsonProperty("set") @Nullable Map<String, JsonNode> set,
      @JsonProperty("pretraining") @Nullable Pretraining pretraining,
      @JsonProperty("fusion") @Nullable FusionChoice fusion,
      @JsonProperty("unheard") @Nullable Unheard unheard,
      @JsonProperty("seeds") @Nullable List<Long> seeds,
      @JsonProperty("independent") @Nullable Map<String, JsonNode> independent,
      @JsonProperty("independentSeeds") @Nullable List<Long> independentSeeds,
      @JsonProperty("targets") @Nullable Targets targets,
      @JsonProperty("note") @Nullable String note) {
    List<Long> own = seeds == null ? List.of(1L, 2L, 3L) : seeds;
    return new PublishedSystem(
        id,
        group,
        system,
        protocol,
        published,
        measure == null ? Measure.ACCURACY : measure,
        leaks == null ? List.of() : leaks,
        recipe,
        set == null ? Map.of() : set,
        pretraining,
        fusion,
        unheard,
        own,
        independent == null ? Map.of() : independent,
        independentSeeds == null ? own.subList(0, Math.min(1, own.size())) : independentSeeds,
        targets,
        note);
  }

  /** The recipes whose answers are joined with those of its own; none where nothing is joined. */
  public List<JoinedRecipe> joined() {
    return fusion == null ? List.of() : fusion.with();
  }

  /** All that gives first weights to one of its recipes; may be nothing. */
  public List<Pretraining> pretrainings() {
    return Stream.concat(
            Stream.of(this.pretraining), joined().stream().map(JoinedRecipe::pretraining))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** The letters of its leaks, such as {@code S V}; {@code none} if there is none. */
  public String leakCodes() {
    return leaks.isEmpty() ? "none" : String.join(" ", leaks.stream().map(Leak::code).toList());
  }
}
