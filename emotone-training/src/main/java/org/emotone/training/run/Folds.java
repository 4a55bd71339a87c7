package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.split.FoldList;
import org.emotone.corpus.split.PublishedFolds;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.DrawnSplits;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.SplitChoice;

/** All the splits that a recipe's split is one of: its folds. */
public final class Folds {

  private final Recipe recipe;
  private final RunRequest request;

  private Folds(Recipe recipe, RunRequest request) {
    this.recipe = recipe;
    this.request = request;
  }

  /**
   * The folds, each a split that tests another part; of a split that leaves one speaker or one
   * corpus out, each of them in turn.
   *
   * @throws TrainingException if the split has no folds, in one line
   */
  public static List<SplitChoice> of(Recipe recipe, RunRequest request) throws IOException {
    return new Folds(recipe, request).all();
  }

  /** Whether a split is one of several, each of which tests another part. */
  public static boolean exist(SplitChoice split) {
    return split instanceof SplitChoice.SpeakerFolds
        || split instanceof DrawnSplits.RandomFolds
        || split instanceof SplitChoice.SpeakerLists
        || split instanceof SplitChoice.Published
        || split instanceof SplitChoice.Fixed
        || split instanceof SplitChoice.LeaveOneSpeakerOut
        || split instanceof SplitChoice.LeaveOneCorpusOut;
  }

  private List<SplitChoice> all() throws IOException {
    SplitChoice split = recipe.split();
    if (split instanceof SplitChoice.SpeakerFolds folds) {
      return counted(folds.folds());
    }
    if (split instanceof DrawnSplits.RandomFolds folds) {
      return counted(folds.folds());
    }
    if (split instanceof SplitChoice.SpeakerLists lists) {
      return counted(lists.lists().size());
    }
    if (split instanceof SplitChoice.Published published) {
      return counted(PublishedFolds.of(published.folds()).folds().size());
    }
    if (split instanceof SplitChoice.Fixed fixed) {
      FoldList list = FoldList.read(Splitting.list(fixed.list(), recipe, request));
      return list.folds().stream().map(split::withFold).toList();
    }
    if (split instanceof SplitChoice.LeaveOneSpeakerOut) {
      return speakers().stream().<SplitChoice>map(SplitChoice.LeaveOneSpeakerOut::new).toList();
    }
    if (split instanceof SplitChoice.LeaveOneCorpusOut) {
      return recipe.corpora().stream()
          .<SplitChoice>map(SplitChoice.LeaveOneCorpusOut::new)
          .toList();
    }
    throw new TrainingException(
        "the split '"
            + split.words()
            + "' has no folds; take speakerFolds, speakerLists, randomFolds, published,"
            + " fixed, leaveOneSpeakerOut or leaveOneCorpusOut");
  }

  private List<SplitChoice> counted(int folds) {
    return IntStream.rangeClosed(1, folds).mapToObj(recipe.split()::withFold).toList();
  }

  private List<String> speakers() throws IOException {
    return speakers(recipe, request);
  }

  /** The speakers with a clip that a recipe selects and that has a class, in their order. */
  public static List<String> speakers(Recipe recipe, RunRequest request) throws IOException {
    List<Utterance> clips = new ArrayList<>();
    for (String id : recipe.corpora()) {
      clips.addAll(Corpora.byId(id).read(request.folder(id)).utterances());
    }
    List<Utterance> chosen = new Choosing(recipe, RunListener.SILENT).select(clips);
    return recipe.labels().toScheme().select(chosen).kept().stream()
        .map(Utterance::speaker)
        .distinct()
        .sorted()
        .toList();
  }
}
