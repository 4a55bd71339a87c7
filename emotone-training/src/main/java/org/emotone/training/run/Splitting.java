package org.emotone.training.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.audit.Recordings;
import org.emotone.corpus.split.PublishedFolds;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.DrawnSplits;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SplitChoice;

/** Divides clips as a recipe says. */
final class Splitting {

  private final Recipe recipe;
  private final RunRequest request;
  private final Map<String, String> digests;

  /**
   * Prepares to divide.
   *
   * @param digests of the clips' files, by {@link Utterance#name}
   */
  Splitting(Recipe recipe, RunRequest request, Map<String, String> digests) {
    this.recipe = recipe;
    this.request = request;
    this.digests = digests;
  }

  /**
   * The split.
   *
   * @throws TrainingException if the clips cannot be divided so, in one line
   * @throws CorpusException if the list of a fixed split is missing or damaged
   */
  Split of(List<Utterance> clips) throws CorpusException {
    try {
      return divide(clips, recipe.split(), recipe.validation());
    } catch (IllegalArgumentException e) {
      throw new TrainingException(
          "the split of recipe " + recipe.name() + ": " + e.getMessage(), e);
    }
  }

  private Split divide(List<Utterance> clips, SplitChoice choice, Validation validation)
      throws CorpusException {
    if (choice instanceof SplitChoice.Fixed fixed) {
      return Splits.fixed(clips, list(fixed.list(), recipe, request), fixed.fold(), validation);
    }
    if (choice instanceof SplitChoice.SpeakerFolds folds) {
      return Splits.speakerFolds(clips, folds.folds(), folds.fold(), validation, recipe.seed());
    }
    if (choice instanceof SplitChoice.SpeakerLists lists) {
      return Splits.bySpeakers(clips, lists.lists().get(lists.fold() - 1), validation);
    }
    if (choice instanceof SplitChoice.LeaveOneSpeakerOut one) {
      return Splits.leaveOneSpeakerOut(clips, one.speaker(), validation);
    }
    if (choice instanceof SplitChoice.Speakers speakers) {
      return Splits.bySpeakers(clips, speakers.test(), validation);
    }
    if (choice instanceof SplitChoice.Published published) {
      PublishedFolds folds = PublishedFolds.of(published.folds());
      return Splits.published(clips, folds, published.fold(), validation);
    }
    if (choice instanceof SplitChoice.LeaveOneCorpusOut one) {
      return Splits.leaveOneCorpusOut(clips, one.corpus(), validation);
    }
    if (choice instanceof SplitChoice.Corpora corpora) {
      return Splits.crossCorpus(clips, corpora.test(), validation);
    }
    return drawn(clips, choice, validation);
  }

  private Split drawn(List<Utterance> clips, SplitChoice choice, Validation validation) {
    if (choice instanceof DrawnSplits.Random drawn) {
      return Splits.random(clips, drawn.testShare(), validation, recipe.seed());
    }
    if (choice instanceof DrawnSplits.RandomFolds drawn) {
      return Splits.randomFolds(clips, drawn.folds(), drawn.fold(), validation, recipe.seed());
    }
    if (choice instanceof DrawnSplits.ByRecording drawn) {
      return Splits.byRecording(
          clips, Recordings.of(clips, digests), drawn.testShare(), validation, recipe.seed());
    }
    if (choice instanceof DrawnSplits.SentenceOpen drawn) {
      return Splits.sentenceOpen(clips, drawn.testShare(), validation, recipe.seed());
    }
    return Splits.allForTraining(clips, validation);
  }

  /** The file of a published list: the one given, or the first that lies near a corpus. */
  static Path list(String name, Recipe recipe, RunRequest request) {
    Path given = request.splitFile();
    if (given != null) {
      return given;
    }
    Set<Path> places = new LinkedHashSet<>();
    for (String id : recipe.corpora()) {
      Path folder = request.folder(id);
      places.add(folder.resolve("splits").resolve(name + ".csv"));
      places.add(folder.resolveSibling("splits").resolve(name + ".csv"));
    }
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new TrainingException(
                    "the recipe divides by the list '"
                        + name
                        + "', a CSV file with the columns clip,test_fold, and there is none at "
                        + places.stream().map(Path::toString).collect(Collectors.joining(" or "))
                        + "; say --split-file FILE"));
  }
}
