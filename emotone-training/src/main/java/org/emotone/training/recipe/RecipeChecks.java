package org.emotone.training.recipe;

import java.util.List;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.reader.Corpora;
import org.emotone.network.Layer;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.Stage;
import org.emotone.training.classical.Classifier;
import org.emotone.training.engine.SideTask;
import org.emotone.training.engine.TrainerOptions;
import org.jspecify.annotations.Nullable;

/** What can be checked of a recipe without looking at a corpus. */
final class RecipeChecks {

  private static final int MOST_SPEAKERS = 10_000;

  private RecipeChecks() {}

  static void name(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be letters, digits, '.', '_' and '-', was '" + name + "'");
    }
  }

  static void corpora(List<String> corpora) {
    List<String> known = Corpora.readers().stream().map(CorpusReader::id).toList();
    if (corpora.isEmpty() || corpora.stream().distinct().count() != corpora.size()) {
      throw new IllegalArgumentException(
          "corpora must be a list of different ids out of " + String.join(", ", known));
    }
    for (String id : corpora) {
      if (!Corpora.knows(id)) {
        String hint = Suggestion.words(id, known);
        throw new IllegalArgumentException(
            "corpora has no reader for '"
                + id
                + "'"
                + (hint.isEmpty() ? "; " : hint + " ")
                + "allowed: "
                + String.join(", ", known));
      }
    }
  }

  static void select(List<SelectRule> rules, List<String> corpora) {
    for (SelectRule rule : rules) {
      for (String id : rule.of()) {
        if (!corpora.contains(id)) {
          throw new IllegalArgumentException(
              "select has a rule of '" + id + "', which is not among the corpora " + corpora);
        }
      }
    }
  }

  static void augmentation(
      List<Augmentation> augmentation,
      Copies copies,
      @Nullable Classifier classifier,
      @Nullable ScalerChoice scaler) {
    boolean sound = augmentation.stream().anyMatch(step -> Stage.of(step) == Stage.SOUND);
    if (classifier != null && !augmentation.isEmpty()) {
      throw new IllegalArgumentException(
          "augmentation is for networks, and the recipe has a classifier; leave one of them out");
    }
    if (sound && scaler != null && scaler.per() == ScalerChoice.Whose.SPEAKER) {
      throw new IllegalArgumentException(
          "augmentation changes sound, whose features cannot be scaled by each speaker's; say"
              + " scaler: {per: training}, or augment features alone");
    }
    if (!copies.equals(Copies.NONE) && !sound) {
      throw new IllegalArgumentException(
          "augmentedCopies would all be like their clips: augmentation has nothing that changes"
              + " sound");
    }
  }

  static void validation(double speakers, double clips) {
    boolean share = speakers > 0 && speakers < 1;
    boolean count = speakers >= 1 && speakers <= MOST_SPEAKERS && speakers == Math.rint(speakers);
    if (!share && !count) {
      throw new IllegalArgumentException(
          "validationSpeakers must be a whole number of speakers from 1 or a share in (0, 1), was "
              + speakers);
    }
    if (!(clips >= 0 && clips < 1)) {
      throw new IllegalArgumentException("validationClips must be a share in [0, 1), was " + clips);
    }
  }

  static void training(TrainerOptions training, Labels labels) {
    int given = training.classWeights().given().size();
    int classes = labels.toScheme().classes().size();
    if (given > 0 && given != classes) {
      throw new IllegalArgumentException(
          "training gives %d classWeights, but there are %d classes: %s"
              .formatted(given, classes, labels.toScheme().classes()));
    }
    List<String> known = LabelScheme.stock().stream().map(LabelScheme::id).toList();
    for (SideTask task : training.sideTasks()) {
      if (!known.contains(task.label())) {
        String hint = Suggestion.words(task.label(), known);
        throw new IllegalArgumentException(
            "training has a side task with the label '%s', which is no label scheme%s allowed: %s"
                .formatted(
                    task.label(), hint.isEmpty() ? "; " : hint + " ", String.join(", ", known)));
      }
    }
  }

  static void learner(List<Layer> network, @Nullable Classifier classifier) {
    if (classifier == null && network.isEmpty()) {
      throw new IllegalArgumentException("network must have at least one layer");
    }
    if (classifier != null && !network.isEmpty()) {
      throw new IllegalArgumentException(
          "there must be a network or a classifier, not both: leave one of them out");
    }
  }
}
