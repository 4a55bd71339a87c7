package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.select.ClipFilter;
import org.jspecify.annotations.Nullable;

/**
 * A rule that clips must meet to take part: all that it states must hold. What is left out, or an
 * empty list, holds for every clip; one entry of the {@code select} section.
 *
 * @param of ids of the corpora that the rule is for; empty for all
 * @param sex {@code female} or {@code male}, null for both; clips of unknown sex fail
 * @param emotions ids of emotions
 * @param intensities the corpora's own words, in any case
 * @param speakers such as {@code ravdess:07}
 * @param withoutSpeakers speakers that are left out
 * @param minSeconds shortest length, in seconds
 * @param maxSeconds greatest length, in seconds, at least the shortest
 */
@JsonPropertyOrder({
  "of",
  "sex",
  "emotions",
  "intensities",
  "speakers",
  "withoutSpeakers",
  "minSeconds",
  "maxSeconds"
})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SelectRule(
    List<String> of,
    @Nullable String sex,
    List<String> emotions,
    List<String> intensities,
    List<String> speakers,
    List<String> withoutSpeakers,
    @Nullable Double minSeconds,
    @Nullable Double maxSeconds) {

  /** Checks what can be checked without looking at a corpus. */
  public SelectRule {
    of = List.copyOf(of);
    emotions = List.copyOf(emotions);
    intensities = List.copyOf(intensities);
    speakers = List.copyOf(speakers);
    withoutSpeakers = List.copyOf(withoutSpeakers);
    emotions.forEach(Emotion::of);
    if (sex != null && !sex.equals(Sex.FEMALE.id()) && !sex.equals(Sex.MALE.id())) {
      throw new IllegalArgumentException("sex must be female or male, was '" + sex + "'");
    }
    double min = minSeconds == null ? 0 : minSeconds;
    if (!(min >= 0)) {
      throw new IllegalArgumentException("minSeconds must be at least 0, was " + min);
    }
    if (maxSeconds != null && !(maxSeconds >= min)) {
      throw new IllegalArgumentException(
          "maxSeconds must be at least " + min + ", was " + maxSeconds);
    }
  }

  /** With empty lists for those that are left out. */
  @JsonCreator
  public static SelectRule of(
      @JsonProperty("of") @Nullable List<String> of,
      @JsonProperty("sex") @Nullable String sex,
      @JsonProperty("emotions") @Nullable List<String> emotions,
      @JsonProperty("intensities") @Nullable List<String> intensities,
      @JsonProperty("speakers") @Nullable List<String> speakers,
      @JsonProperty("withoutSpeakers") @Nullable List<String> withoutSpeakers,
      @JsonProperty("minSeconds") @Nullable Double minSeconds,
      @JsonProperty("maxSeconds") @Nullable Double maxSeconds) {
    return new SelectRule(
        list(of),
        sex,
        list(emotions),
        list(intensities),
        list(speakers),
        list(withoutSpeakers),
        minSeconds,
        maxSeconds);
  }

  private static List<String> list(@Nullable List<String> given) {
    return given == null ? List.of() : given;
  }

  /** The rule where there are but some corpora; nothing if it is for none of them. */
  Optional<SelectRule> among(List<String> corpora) {
    List<String> left = of.stream().filter(corpora::contains).toList();
    return !of.isEmpty() && left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SelectRule(
                left,
                sex,
                emotions,
                intensities,
                speakers,
                withoutSpeakers,
                minSeconds,
                maxSeconds));
  }

  /** Whether it asks how long clips are. */
  public boolean needsLengths() {
    return minSeconds != null || maxSeconds != null;
  }

  /**
   * The rule as a filter of clips of its corpora.
   *
   * @param secondsOf length of clips by name; needed only if {@link #needsLengths}
   */
  public ClipFilter filter(Map<String, Double> secondsOf) {
    ClipFilter filter = ClipFilter.all();
    if (sex != null) {
      filter = filter.sex(sex.equals(Sex.FEMALE.id()) ? Sex.FEMALE : Sex.MALE);
    }
    if (!emotions.isEmpty()) {
      filter = filter.emotions(emotions.stream().map(Emotion::of).toList());
    }
    if (!intensities.isEmpty()) {
      filter = filter.intensities(intensities);
    }
    if (!speakers.isEmpty()) {
      filter = filter.speakers(speakers);
    }
    if (!withoutSpeakers.isEmpty()) {
      filter = filter.withoutSpeakers(withoutSpeakers);
    }
    return needsLengths()
        ? filter.lasting(
            minSeconds == null ? 0 : minSeconds,
            maxSeconds == null ? Double.POSITIVE_INFINITY : maxSeconds,
            secondsOf)
        : filter;
  }
}
