package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.split.Overlap;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;

/**
 * Measures any model on any corpora, and says what of them the model had heard before.
 *
 * <p>Clips are judged as they are served: by the bundle's front-end and network.
 */
public final class Evaluator {

  private final FeatureCache cache;
  private final RunListener listener;

  /** Prepares to measure. */
  public Evaluator(FeatureCache cache, RunListener listener) {
    this.cache = cache;
    this.listener = listener;
  }

  /** Which clips of a corpus are measured. */
  public enum Part {
    /**
     * Of a corpus that the model was trained on, those that were held out for its test; if none
     * were, those of speakers that it has not heard; if there are none of those either, and of any
     * other corpus, all.
     */
    HELD_OUT,
    /** All, those that the model was trained on among them. */
    ALL
  }

  /**
   * What was measured.
   *
   * @param evaluation the figures
   * @param judgements clip by clip
   */
  public record Result(Evaluation evaluation, List<Judgement> judgements) {

    /** Copies the list. */
    public Result {
      judgements = List.copyOf(judgements);
    }

    /**
     * As if the model knew no other classes than these: clips of others are left out and counted,
     * and the probabilities of those that remain are scaled to sum to 1. So figures are compared
     * that others state for fewer classes.
     *
     * @param classes at least two of the model's
     * @throws TrainingException if one is not the model's, or no clip is left, in one line
     */
    public Result among(List<String> classes) {
      List<String> known = evaluation.confusion().labels();
      checkKnown(known, classes);
      List<String> kept = known.stream().filter(classes::contains).toList();
      int[] places = kept.stream().mapToInt(known::indexOf).toArray();
      List<Judgement> remaining = new ArrayList<>();
      Map<String, Integer> dropped = new TreeMap<>(evaluation.conditions().dropped());
      for (Judgement judgement : judgements) {
        String truth = known.get(judgement.truth());
        if (kept.contains(truth)) {
          remaining.add(among(judgement, places, kept.indexOf(truth)));
        } else {
          dropped.merge(truth, 1, Integer::sum);
        }
      }
      if (kept.size() < 2 || remaining.isEmpty()) {
        throw new TrainingException(
            "nothing to measure: two classes and a clip of them are needed, there are "
                + remaining.size()
                + " clips of "
                + String.join(", ", kept));
      }
      Conditions of = evaluation.conditions();
      Conditions conditions =
          new Conditions(
              of.model(),
              of.corpora(),
              of.protocol() + "; answers among " + String.join(", ", kept) + " alone",
              of.overlap(),
              of.sharedSpeakers(),
              dropped,
              of.unreadable(),
              of.seed());
      return new Result(Evaluation.of(kept, remaining, conditions), remaining);
    }

    /**
     * Checks that a model knows classes.
     *
     * @param known the model's
     * @throws TrainingException if one is not among them, in one line
     */
    public static void checkKnown(List<String> known, List<String> classes) {
      for (String name : classes) {
        if (!known.contains(name)) {
          throw new TrainingException(
              "the model has no class '" + name + "'; it has " + String.join(", ", known));
        }
      }
    }

    private static Judgement among(Judgement judgement, int[] places, int truth) {
      double[] own = Arrays.stream(places).mapToDouble(i -> judgement.probabilities()[i]).toArray();
      double sum = Arrays.stream(own).sum();
      double[] scaled = Arrays.stream(own).map(p -> sum > 0 ? p / sum : 1.0 / own.length).toArray();
      return new Judgement(
          judgement.clip(), judgement.speaker(), judgement.traits(), truth, scaled);
    }
  }

  /**
   * Measures a model.
   *
   * @throws TrainingException if no clip is left to measure, in one line
   * @throws IOException if the model is damaged or the cache cannot be written
   * @throws InterruptedException if the thread was interrupted
   */
  public Result evaluate(ModelBundle model, List<Corpus> corpora, Part part)
      throws IOException, InterruptedException {
    HeldOut heldOut = new HeldOut(model.manifest());
    List<Utterance> chosen = new ArrayList<>();
    for (Corpus corpus : corpora) {
      chosen.addAll(part == Part.ALL ? corpus.utterances() : heldOut.of(corpus));
    }
    Map<String, Integer> dropped = new TreeMap<>();
    LabelScheme scheme = ModelLabels.of(model.manifest());
    List<Utterance> clips = withClass(scheme, chosen, dropped);
    if (clips.isEmpty()) {
      throw nothing(model.manifest(), corpora);
    }
    listener.stage("computing features of " + clips.size() + " clips");
    Features features = cache.load(clips, model.manifest().frontEnd(), listener::features);
    noteUnreadable(features);
    Overlap overlap = heldOut.overlap(corpora, features.utterances());
    Conditions conditions =
        new Conditions(
            model.manifest().name() + "@" + model.id(),
            corpora.stream().map(Corpus::id).toList(),
            protocols(heldOut, corpora, part),
            overlap.words(),
            overlap.speakers(),
            dropped,
            features.unreadable().size(),
            model.manifest().provenance().seed());
    listener.stage("measuring on " + features.utterances().size() + " clips");
    return result(model, scheme, features, conditions);
  }

  private static TrainingException nothing(Manifest manifest, List<Corpus> corpora) {
    return new TrainingException(
        "nothing to measure: no clip of "
            + String.join(", ", corpora.stream().map(Corpus::id).toList())
            + " has one of the model's classes "
            + String.join(", ", manifest.classes()));
  }

  private static Result result(
      ModelBundle model, LabelScheme scheme, Features features, Conditions conditions)
      throws IOException {
    Manifest manifest = model.manifest();
    Map<Utterance, FeatureMatrix> matrices = new HashMap<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      matrices.put(features.utterances().get(i), features.matrices().get(i));
    }
    try (Recognizer recognizer = Recognizer.of(model)) {
      List<Judgement> judgements =
          Judging.judge(
              recognizer,
              features.utterances(),
              clip -> Objects.requireNonNull(matrices.get(clip)),
              clip -> scheme.indexOf(clip).orElseThrow());
      return new Result(Evaluation.of(manifest.classes(), judgements, conditions), judgements);
    }
  }

  private static List<Utterance> withClass(
      LabelScheme scheme, List<Utterance> clips, Map<String, Integer> dropped) {
    LabelScheme.Selection selection = scheme.select(clips);
    selection.dropped().forEach((emotion, count) -> dropped.put(emotion.id(), count));
    return selection.kept();
  }

  private static String protocols(HeldOut heldOut, List<Corpus> corpora, Part part) {
    return corpora.stream()
        .map(corpus -> protocol(heldOut, corpus, part))
        .distinct()
        .collect(Collectors.joining(" and "));
  }

  private static String protocol(HeldOut heldOut, Corpus corpus, Part part) {
    return part == Part.ALL && heldOut.trainedOn(corpus)
        ? "all clips of " + corpus.id() + ", those of the training among them"
        : heldOut.protocol(corpus);
  }

  private void noteUnreadable(Features features) {
    if (!features.unreadable().isEmpty()) {
      listener.note(
          features.unreadable().size()
              + " clips cannot be read and are left out, such as "
              + features.unreadable().get(0).reason());
    }
    if (features.utterances().isEmpty()) {
      throw new TrainingException(
          "nothing to measure: no clip can be read, such as "
              + features.unreadable().get(0).reason());
    }
  }
}
