package org.emotone.training.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emotone.Calibration;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Provenance;
import org.emotone.TrainingCorpus;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.split.Split;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.jspecify.annotations.Nullable;

/** Makes the bundle of a trained network. */
final class BundleWriter {

  private final Recipe recipe;
  private final Material material;
  private final Environment environment;
  private final Learned learned;

  BundleWriter(Recipe recipe, Material material, Environment environment, Learned learned) {
    this.recipe = recipe;
    this.material = material;
    this.environment = environment;
    this.learned = learned;
  }

  /** The bundle, with figures and card where they are known. */
  ModelBundle bundle(Calibrated calibrated, @Nullable Evaluation evaluation, String card) {
    return new ModelBundle(manifest(calibrated, evaluation), learned.network(), card);
  }

  /** The bundle that the temperature is found with. */
  ModelBundle calibrating() {
    return new ModelBundle(manifest(Calibrated.NOT, null), learned.calibrating(), "");
  }

  Manifest manifest(Calibrated calibrated, @Nullable Evaluation evaluation) {
    Split split = material.split();
    LabelBy by = material.scheme().labelling().by();
    return new Manifest(
        Manifest.FORMAT_VERSION,
        recipe.name(),
        material.scheme().classes(),
        material.scheme().table(),
        by == LabelBy.EMOTION ? null : by.id(),
        material.frontEnd(),
        new Calibration(calibrated.temperature()),
        calibrated.uncertainBelow(),
        material.corpora().stream().map(this::corpus).toList(),
        evaluation == null ? split.protocol().words() : evaluation.conditions().protocol(),
        split.test().isEmpty() ? null : recipe.split().words(),
        evaluation == null ? Map.of() : metrics(evaluation),
        new Provenance(
            environment.commit(),
            recipe.seed(),
            recipe.name(),
            environment.started(),
            environment.emotone(),
            learned.parameters()));
  }

  private TrainingCorpus corpus(Corpus corpus) {
    Split split = material.split();
    List<Utterance> learned =
        Stream.concat(split.train().stream(), split.validation().stream())
            .filter(clip -> clip.corpus().equals(corpus.id()))
            .toList();
    List<String> tested =
        split.test().stream()
            .filter(clip -> clip.corpus().equals(corpus.id()))
            .map(Utterance::id)
            .sorted()
            .toList();
    TreeSet<String> speakers = new TreeSet<>(learned.stream().map(Utterance::speaker).toList());
    return new TrainingCorpus(
        corpus.id(), corpus.licence(), learned.size(), new ArrayList<>(speakers), tested);
  }

  private static Map<String, Double> metrics(Evaluation evaluation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("uar", evaluation.uar());
    metrics.put("accuracy", evaluation.accuracy());
    metrics.put("macroF1", evaluation.macroF1());
    metrics.put("logLoss", evaluation.logLoss());
    metrics.put("calibrationError", evaluation.calibrationError());
    metrics.put("clips", (double) evaluation.clips());
    if (evaluation.uarInterval() != null) {
      metrics.put("uarLower", evaluation.uarInterval().lower());
      metrics.put("uarUpper", evaluation.uarInterval().upper());
    }
    return metrics;
  }
}
