package org.emotone.training.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotone.corpus.Utterance;
import org.emotone.training.classical.Candidate;
import org.emotone.training.classical.ClassicalModel;
import org.emotone.training.classical.Classifier;
import org.emotone.training.classical.Samples;
import org.emotone.training.classical.ScoreGraph;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.engine.TrainingResult;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Temperature;
import org.emotone.training.recipe.Recipe;

/**
 * Fits a recipe's classifier: every candidate on the training clips, the best of them by its recall
 * on the validation clips, and that once more on both.
 */
final class ClassicalLearner {

  private final Recipe recipe;
  private final Classifier classifier;
  private final Material material;
  private final RunListener listener;

  ClassicalLearner(Recipe recipe, Classifier classifier, Material material, RunListener listener) {
    this.recipe = recipe;
    this.classifier = classifier;
    this.material = material;
    this.listener = listener;
  }

  /**
   * Fits.
   *
   * @throws InterruptedException if stopping was asked for; nothing is kept then
   * @throws TrainingException if the classifier cannot learn from the clips, in one line
   */
  Learned learn(StopFlag stop) throws InterruptedException {
    Samples train = samples(material.split().train());
    Samples validation = samples(material.split().validation());
    if (train.size() < 2) {
      throw new TrainingException("a classifier needs at least 2 training clips");
    }
    try {
      return choose(train, validation, stop);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new TrainingException(
          "the classifier of recipe " + recipe.name() + " cannot be fitted: " + e.getMessage(), e);
    }
  }

  private Learned choose(Samples train, Samples validation, StopFlag stop)
      throws InterruptedException {
    List<Candidate> candidates = classifier.candidates(train, recipe.seed());
    if (candidates.size() > 1 && validation.size() == 0) {
      throw new TrainingException(
          "the classifier has "
              + candidates.size()
              + " values to choose from, but there are no validation clips to choose by; keep some"
              + " (validationClips: 0.1 takes clips instead of speakers), or give single values");
    }
    List<EpochMetrics> history = new ArrayList<>();
    ClassicalModel best = null;
    int kept = 0;
    for (int i = 0; i < candidates.size(); i++) {
      check(stop);
      long began = System.nanoTime();
      ClassicalModel model = candidates.get(i).fit().get();
      EpochMetrics metrics = metrics(i, candidates.size(), model, validation, began);
      history.add(metrics);
      listener.candidateEnded(candidates.get(i).words(), metrics);
      if (best == null || metrics.validationUar() > history.get(kept).validationUar()) {
        best = model;
        kept = i;
      }
    }
    check(stop);
    if (best == null) {
      throw new IllegalStateException("a classifier without candidates");
    }
    ClassicalModel last = refitted(best, kept, train, validation);
    byte[] calibrating = export(best);
    return new Learned(
        last.equals(best) ? calibrating : export(last),
        calibrating,
        last.parameters(),
        new TrainingResult(Map.of(), kept + 1, history, false));
  }

  private static void check(StopFlag stop) throws InterruptedException {
    if (stop.raised()) {
      throw new InterruptedException("stopped");
    }
  }

  /** Where there is a test, the validation has done its work and can be learned from. */
  private ClassicalModel refitted(
      ClassicalModel best, int kept, Samples train, Samples validation) {
    boolean wanted = recipe.refit() && validation.size() > 0 && !material.split().test().isEmpty();
    if (!wanted) {
      return best;
    }
    listener.stage(
        "fitting on training and validation, " + (train.size() + validation.size()) + " clips");
    Candidate candidate = classifier.candidates(train.and(validation), recipe.seed()).get(kept);
    return candidate.fit().get();
  }

  private byte[] export(ClassicalModel model) {
    return ScoreGraph.export(model, Map.of("model", recipe.name()));
  }

  private Samples samples(List<Utterance> clips) {
    return new Samples(
        clips.stream().map(material::featuresOf).toList(),
        material.labels(clips),
        material.scheme().classes().size());
  }

  /** Losses of a training are not computed: those of many classifiers are 0 or none. */
  private EpochMetrics metrics(
      int index, int count, ClassicalModel model, Samples validation, long began) {
    double uar = Double.NaN;
    double accuracy = Double.NaN;
    double loss = Double.NaN;
    if (validation.size() > 0) {
      List<double[]> scores = validation.clips().parallelStream().map(model::scores).toList();
      List<Judgement> judgements =
          IntStream.range(0, scores.size())
              .mapToObj(i -> judgement(i, validation.labels()[i], scores.get(i)))
              .toList();
      ConfusionMatrix confusion = ConfusionMatrix.of(material.scheme().classes(), judgements);
      uar = confusion.unweightedAverageRecall();
      accuracy = confusion.accuracy();
      int[] labels = validation.labels();
      loss = Temperature.loss(scores, labels, Temperature.fit(scores, labels));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new EpochMetrics(index + 1, count, Double.NaN, loss, uar, accuracy, 0, seconds);
  }

  private static Judgement judgement(int index, int truth, double[] scores) {
    return new Judgement(Integer.toString(index), "", truth, scores);
  }
}
