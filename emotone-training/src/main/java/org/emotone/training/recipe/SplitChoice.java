package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.emotone.corpus.split.PublishedFolds;
import org.jspecify.annotations.Nullable;

/** How a recipe divides its clips into training and test; the {@code split} section. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SplitChoice.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = SplitChoice.SpeakerFolds.class, name = "speakerFolds"),
  @JsonSubTypes.Type(value = SplitChoice.SpeakerLists.class, name = "speakerLists"),
  @JsonSubTypes.Type(value = SplitChoice.LeaveOneSpeakerOut.class, name = "leaveOneSpeakerOut"),
  @JsonSubTypes.Type(value = SplitChoice.Speakers.class, name = "speakers"),
  @JsonSubTypes.Type(value = SplitChoice.Published.class, name = "published"),
  @JsonSubTypes.Type(value = SplitChoice.LeaveOneCorpusOut.class, name = "leaveOneCorpusOut"),
  @JsonSubTypes.Type(value = SplitChoice.Corpora.class, name = "corpora"),
  @JsonSubTypes.Type(value = DrawnSplits.Random.class, name = "random"),
  @JsonSubTypes.Type(value = DrawnSplits.RandomFolds.class, name = "randomFolds"),
  @JsonSubTypes.Type(value = DrawnSplits.ByRecording.class, name = "byRecording"),
  @JsonSubTypes.Type(value = DrawnSplits.SentenceOpen.class, name = "sentenceOpen"),
  @JsonSubTypes.Type(value = SplitChoice.All.class, name = "all"),
})
public sealed interface SplitChoice
    permits SplitChoice.Fixed,
        SplitChoice.SpeakerFolds,
        SplitChoice.SpeakerLists,
        SplitChoice.LeaveOneSpeakerOut,
        SplitChoice.Speakers,
        SplitChoice.Published,
        SplitChoice.LeaveOneCorpusOut,
        SplitChoice.Corpora,
        DrawnSplits.Random,
        DrawnSplits.RandomFolds,
        DrawnSplits.ByRecording,
        DrawnSplits.SentenceOpen,
        SplitChoice.All {

  /**
   * How this split is made, in a few words and numbers, such as {@code fixed emobox-ravdess fold
   * 1}.
   */
  String words();

  /**
   * The same with another fold.
   *
   * @throws IllegalArgumentException if this split has no such fold
   */
  default SplitChoice withFold(int fold) {
    throw new IllegalArgumentException("the split '" + words() + "' has no folds to choose from");
  }

  private static void checkFold(int fold, int folds) {
    if (fold < 1 || fold > folds) {
      throw new IllegalArgumentException("fold must be in [1, " + folds + "], was " + fold);
    }
  }

  /**
   * A published list: a CSV file with the columns {@code clip,test_fold}.
   *
   * @param list its name, which is the file's without {@code .csv}
   * @param fold the fold that is tested, from 1
   */
  record Fixed(String list, int fold) implements SplitChoice {

    private static final int MOST_FOLDS = 10_000;

    /** Checks the name and the fold. */
    public Fixed {
      if (!list.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        throw new IllegalArgumentException(
            "list must be a name of letters, digits, '.', '_' and '-', was '" + list + "'");
      }
      checkFold(fold, MOST_FOLDS);
    }

    @Override
    public String words() {
      return "fixed " + list + " fold " + fold;
    }

    @Override
    public Fixed withFold(int other) {
      return new Fixed(list, other);
    }
  }

  /**
   * Speakers divided at random, by the recipe's seed, into folds of much the same size.
   *
   * @param folds number of folds, at least 2
   * @param fold the fold that is tested, from 1
   */
  record SpeakerFolds(int folds, int fold) implements SplitChoice {

    /** Checks the ranges. */
    public SpeakerFolds {
      if (folds < 2) {
        throw new IllegalArgumentException("folds must be at least 2, was " + folds);
      }
      checkFold(fold, folds);
    }

    @Override
    public String words() {
      return folds + " speaker folds, fold " + fold;
    }

    @Override
    public SpeakerFolds withFold(int other) {
      return new SpeakerFolds(folds, other);
    }
  }

  /**
   * Folds given by their speakers.
   *
   * @param lists the speakers of each fold, such as {@code ravdess:01}
   * @param fold the fold that is tested, from 1
   */
  record SpeakerLists(List<List<String>> lists, int fold) implements SplitChoice {

    /** Checks that no speaker stands in two folds. */
    public SpeakerLists {
      lists = lists.stream().map(List::copyOf).toList();
      List<String> all = lists.stream().flatMap(List::stream).toList();
      if (lists.size() < 2 || all.stream().distinct().count() != all.size()) {
        throw new IllegalArgumentException(
            "lists must be at least two lists of speakers, no speaker twice");
      }
      checkFold(fold, lists.size());
    }

    @Override
    public String words() {
      return "fold " + fold + " of " + lists.size() + ": " + String.join(" ", lists.get(fold - 1));
    }

    @Override
    public SpeakerLists withFold(int other) {
      return new SpeakerLists(lists, other);
    }
  }

  /**
   * One speaker is tested, all others train.
   *
   * @param speaker such as {@code emodb:03}
   */
  record LeaveOneSpeakerOut(String speaker) implements SplitChoice {
    @Override
    public String words() {
      return "leave out " + speaker;
    }
  }

  /**
   * Named speakers are tested, all others train.
   *
   * @param test speakers of the test, such as {@code ravdess:01}, at least one
   * @param validation speakers of the validation; empty to have them chosen
   */
  record Speakers(List<String> test, List<String> validation) implements SplitChoice {

    /** Checks that no speaker is on both sides. */
    public Speakers {
      test = List.copyOf(test);
      validation = List.copyOf(validation);
      if (test.isEmpty()) {
        throw new IllegalArgumentException("test must name at least one speaker");
      }
      for (String speaker : validation) {
        if (test.contains(speaker)) {
          throw new IllegalArgumentException(
              "validation must not share speakers with test, but has " + speaker);
        }
      }
    }

    /** With no validation speakers where they are left out. */
    @JsonCreator
    public static Speakers of(
        @JsonProperty("test") @Nullable List<String> test,
        @JsonProperty("validation") @Nullable List<String> validation) {
      return new Speakers(
          test == null ? List.of() : test, validation == null ? List.of() : validation);
    }

    @Override
    public String words() {
      return "speakers " + String.join(" ", test);
    }
  }

  /**
   * Published speaker folds that Emotone knows; a validation that is published with them is taken.
   *
   * @param folds their id, such as {@code ravdess-reslstm}
   * @param fold the fold that is tested, from 1
   */
  record Published(String folds, int fold) implements SplitChoice {

    /** Checks the id and the fold. */
    public Published {
      List<String> known = PublishedFolds.all().stream().map(PublishedFolds::id).toList();
      if (!known.contains(folds)) {
        String hint = Suggestion.words(folds, known);
        throw new IllegalArgumentException(
            "folds has no '"
                + folds
                + "'"
                + (hint.isEmpty() ? "; " : hint + " ")
                + "allowed: "
                + String.join(", ", known));
      }
      checkFold(fold, PublishedFolds.of(folds).folds().size());
    }

    @Override
    public String words() {
      return "published " + folds + " fold " + fold;
    }

    @Override
    public Published withFold(int other) {
      return new Published(folds, other);
    }
  }

  /**
   * One corpus is tested, all others train but for clips of its speakers.
   *
   * @param corpus its id
   */
  record LeaveOneCorpusOut(String corpus) implements SplitChoice {
    @Override
    public String words() {
      return "leave out " + corpus;
    }
  }

  /**
   * Whole corpora are tested, all others train.
   *
   * @param test ids of the corpora of the test, at least one
   */
  record Corpora(List<String> test) implements SplitChoice {

    /** Checks that there is one. */
    public Corpora {
      test = List.copyOf(test);
      if (test.isEmpty()) {
        throw new IllegalArgumentException("test must name at least one corpus");
      }
    }

    @Override
    public String words() {
      return "corpora " + String.join(" ", test);
    }
  }

  /** No test: everything trains but the validation speakers. */
  record All() implements SplitChoice {
    @Override
    public String words() {
      return "all clips train, none is tested";
    }
  }
}
