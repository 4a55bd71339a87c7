package org.emotone.training.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.Examples;
import org.emotone.training.engine.SideLabels;
import org.emotone.training.engine.SideTask;

/**
 * What a run works on.
 *
 * @param scheme the classes
 * @param corpora as they were read
 * @param dropped how many clips of each emotion have no class
 * @param unreadable how many clips could not be read
 * @param split of the clips that have a class and could be read
 * @param frontEnd the recipe's, with what was fitted on the training
 * @param features of those clips by {@link Utterance#name}, scaled
 * @param digests SHA-256 of those clips' files by {@link Utterance#name}
 * @param votes what listeners heard, by corpus, if it is to be learned
 */
record Material(
    LabelScheme scheme,
    List<Corpus> corpora,
    Map<Emotion, Integer> dropped,
    int unreadable,
    Split split,
    FrontEnd frontEnd,
    Map<String, FeatureMatrix> features,
    Map<String, String> digests,
    Map<String, CrowdVotes> votes) {

  static Material of(
      LabelScheme scheme,
      List<Corpus> corpora,
      Map<Emotion, Integer> dropped,
      Scaling scaling,
      Split split,
      Map<String, CrowdVotes> votes) {
    Features features = scaling.features();
    Map<String, FeatureMatrix> matrices = new HashMap<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      matrices.put(features.utterances().get(i).name(), features.matrices().get(i));
    }
    return new Material(
        scheme,
        corpora,
        dropped,
        features.unreadable().size(),
        split,
        scaling.frontEnd(),
        matrices,
        digests(features),
        votes);
  }

  /** SHA-256 of the file of each clip by {@link Utterance#name}. */
  static Map<String, String> digests(Features features) {
    Map<String, String> digests = new HashMap<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      digests.put(features.utterances().get(i).name(), features.digests().get(i));
    }
    return digests;
  }

  /** The features of a clip. */
  FeatureMatrix featuresOf(Utterance clip) {
    return Objects.requireNonNull(features.get(clip.name()), clip.name());
  }

  /** Clips as examples, grouped by corpus; of the lengths that the front-end accepts. */
  Examples examples(List<Utterance> clips) {
    return examples(clips, true);
  }

  private Examples examples(List<Utterance> clips, boolean accepted) {
    List<FeatureMatrix> matrices = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int[] groups = new int[clips.size()];
    List<String> corpusIds = corpora.stream().map(Corpus::id).toList();
    for (int i = 0; i < clips.size(); i++) {
      FeatureMatrix matrix = featuresOf(clips.get(i));
      matrices.add(accepted ? frontEnd.length().apply(matrix) : matrix);
      ids.add(clips.get(i).name());
      groups[i] = corpusIds.indexOf(clips.get(i).corpus());
    }
    return new Examples(matrices, labels(clips), ids, groups);
  }

  /**
   * Clips to learn from: as {@link #examples}, with shares of several classes where the scheme is
   * soft or listeners have voted.
   *
   * @param whole whether clips are learned as wholes; of clips that crops are cut from nothing is
   *     cut off before
   */
  Examples trainingExamples(TrainingSet training, boolean whole) {
    Examples examples = examples(training.utterances(), whole);
    if (!scheme.soft() && votes.isEmpty()) {
      return examples;
    }
    return examples.withTargets(training.utterances().stream().map(this::shares).toList());
  }

  /** The same with the labels of clips in further tasks; a clip without one teaches it nothing. */
  Examples withSides(Examples examples, List<Utterance> clips, List<SideTask> tasks) {
    List<SideLabels> sides = new ArrayList<>();
    for (SideTask task : tasks) {
      LabelScheme further = LabelScheme.of(task.label());
      int[] labels = clips.stream().mapToInt(clip -> further.indexOf(clip).orElse(-1)).toArray();
      sides.add(new SideLabels(further.classes().size(), labels));
    }
    return examples.withSides(sides);
  }

  private float[] shares(Utterance clip) {
    CrowdVotes heard = votes.get(clip.corpus());
    double[] shares =
        (heard == null ? Optional.<double[]>empty() : heard.targets(clip, scheme))
            .or(() -> scheme.targets(clip))
            .orElseThrow();
    float[] targets = new float[shares.length];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = (float) shares[i];
    }
    return targets;
  }

  /** The class of each clip. */
  int[] labels(List<Utterance> clips) {
    return clips.stream().mapToInt(clip -> scheme.indexOf(clip).orElseThrow()).toArray();
  }

  /** What is missing that a user should know of, a line each. */
  List<String> gaps() {
    List<String> gaps = new ArrayList<>();
    Set<Integer> present = new HashSet<>();
    Arrays.stream(labels(split.train())).forEach(present::add);
    for (int i = 0; i < scheme.classes().size(); i++) {
      if (!present.contains(i)) {
        gaps.add("no training clip has the class '" + scheme.classes().get(i) + "'");
      }
    }
    if (split.validation().isEmpty()) {
      gaps.add(
          "there are no validation clips: nothing is chosen by them (of epochs the last is kept),"
              + " and probabilities are not calibrated (validationClips: 0.1 takes clips instead of"
              + " speakers)");
    }
    return gaps;
  }

  /** The clips that the figures of the run are of: the test, or else the validation. */
  List<Utterance> measured() {
    return split.test().isEmpty() ? split.validation() : split.test();
  }
}
