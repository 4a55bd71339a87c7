package org.emotone.training.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.emotone.FeatureSummary;
import org.emotone.Guard;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Overlap;
import org.emotone.corpus.split.Split;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.engine.TrainingResult;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.ProbabilityScores;
import org.emotone.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/** What follows training: calibration, measuring, the model and its record. */
final class Finish {

  private final Recipe recipe;
  private final Material material;
  private final BundleWriter bundles;
  private final Function<CardFacts, String> card;
  private final Guarding guarding;

  Finish(
      Recipe recipe,
      Material material,
      BundleWriter bundles,
      Function<CardFacts, String> card,
      Guarding guarding) {
    this.recipe = recipe;
    this.material = material;
    this.bundles = bundles;
    this.card = card;
    this.guarding = guarding;
  }

  /** What the run came to, and the temperature that calibrates its model. */
  record Finished(double temperature, RunRecord run) {}

  Finished finish(RunFolder folder, TrainingResult result)
      throws IOException, InterruptedException {
    List<Judgement> plain = judge(material.split().validation(), bundles.calibrating());
    Calibrated calibrated = Calibrated.by(plain);
    if (!plain.isEmpty()) {
      Predictions.write(
          folder.validationPredictions(), material.scheme().classes(), calibrated.scaled(plain));
    }
    List<Judgement> judgements = judge(material.measured(), bundles.bundle(calibrated, null, ""));
    Evaluation evaluation =
        judgements.isEmpty()
            ? null
            : Evaluation.of(material.scheme().classes(), judgements, conditions());
    if (evaluation != null) {
      Predictions.write(folder.predictions(), material.scheme().classes(), judgements);
      Map<String, Utterance> clips = new HashMap<>();
      material.measured().forEach(clip -> clips.put(clip.name(), clip));
      Mistakes.write(folder.errors(), Mistakes.of(material.scheme().classes(), judgements, clips));
      RunFolder.write(folder.evaluationJson(), evaluation.toJson() + "\n");
      RunFolder.write(folder.evaluationText(), evaluation.toText());
    }
    CardFacts facts = facts(result, calibrated, evaluation, judgements);
    guarded(bundles.bundle(calibrated, evaluation, card.apply(facts))).write(folder.model());
    return new Finished(
        calibrated.temperature(),
        new RunRecord(folder, recipe, result.history(), result.bestEpoch(), false, evaluation));
  }

  /**
   * The model with what tells it what is unlike its training, where that can be found. For
   * functionals of whole clips it would take longer than the training; whoever needs it has it
   * fitted ({@link Guarding#guarded}).
   */
  private ModelBundle guarded(ModelBundle model) throws IOException, InterruptedException {
    Split split = material.split();
    if (FeatureSummary.wide(material.frontEnd().coefficients())) {
      return model;
    }
    Optional<Guard> guard =
        guarding.guard(
            material.frontEnd(),
            new Chain(recipe.augmentation()),
            recipe.seed(),
            split.train(),
            split.validation());
    return new ModelBundle(
        model.manifest().withGuard(guard.orElse(null)), model.network(), model.card());
  }

  private List<Judgement> judge(List<Utterance> clips, ModelBundle model) throws IOException {
    try (Recognizer recognizer = Recognizer.of(model)) {
      return Judging.judge(
          recognizer,
          clips,
          material::featuresOf,
          clip -> material.scheme().indexOf(clip).orElseThrow());
    }
  }

  private Conditions conditions() {
    Split split = material.split();
    boolean tested = !split.test().isEmpty();
    Overlap overlap = tested ? split.overlap() : Overlap.between(split.train(), split.validation());
    Map<String, Integer> dropped = new LinkedHashMap<>();
    material.dropped().forEach((emotion, count) -> dropped.put(emotion.id(), count));
    return new Conditions(
        recipe.name(),
        recipe.corpora(),
        split.words()
            + Scaling.words(recipe)
            + (tested ? "" : "; measured on the validation clips, which chose the epoch"),
        overlap.words(),
        overlap.speakers(),
        dropped,
        material.unreadable(),
        recipe.seed());
  }

  private CardFacts facts(
      TrainingResult result,
      Calibrated calibrated,
      @Nullable Evaluation evaluation,
      List<Judgement> judgements) {
    List<Judgement> plain =
        judgements.stream().map(j -> j.atTemperature(1 / calibrated.temperature())).toList();
    return new CardFacts(
        bundles.manifest(calibrated, evaluation),
        recipe,
        sources(),
        evaluation,
        material.split().test().isEmpty(),
        ProbabilityScores.calibrationError(plain),
        result.bestEpoch(),
        result.history().size());
  }

  private List<CardFacts.Source> sources() {
    List<CardFacts.Source> sources = new ArrayList<>();
    Split split = material.split();
    for (Corpus corpus : material.corpora()) {
      List<Utterance> train = of(corpus, split.train());
      List<Utterance> validation = of(corpus, split.validation());
      List<Utterance> test = of(corpus, split.test());
      List<Utterance> learned = new ArrayList<>(train);
      learned.addAll(validation);
      sources.add(
          new CardFacts.Source(
              corpus.id(),
              corpus.title(),
              corpus.licence(),
              train.size(),
              validation.size(),
              test.size(),
              speakers(learned),
              speakers(test)));
    }
    return sources;
  }

  private static List<Utterance> of(Corpus corpus, List<Utterance> clips) {
    return clips.stream().filter(clip -> clip.corpus().equals(corpus.id())).toList();
  }

  private static int speakers(List<Utterance> clips) {
    return (int) clips.stream().map(Utterance::speaker).distinct().count();
  }
}
