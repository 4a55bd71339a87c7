package org.emotone.training.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.classical.ClassicalModel;
import org.emotone.training.classical.LogisticRegression;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Temperature;

/**
 * Joins the answers of several recognisers on one fold: learns on the validation clips, applies to
 * the test.
 */
final class Joining {

  /** Enough for a mixture of a few components to settle. */
  private static final int STEPS = 500;

  /** Probabilities below this count as this, so that their logarithms stay finite. */
  private static final double LEAST = 1e-6;

  private final FusionMethod method;
  private final List<List<Judgement>> validation;
  private final List<List<Judgement>> test;

  /**
   * Takes what each branch answered.
   *
   * @param validation for each branch; only clips that all have judged are learned from
   * @param test for each branch, of the same clips
   * @param place of the fold, for messages
   * @throws TrainingException if the branches tested different clips, or have no validation clip in
   *     common, in one line
   */
  Joining(
      FusionMethod method,
      List<List<Judgement>> validation,
      List<List<Judgement>> test,
      String place) {
    this.method = method;
    this.test = aligned(test);
    this.validation = aligned(validation);
    int clips = test.get(0).size();
    boolean same = test.stream().allMatch(branch -> branch.size() == clips);
    if (!same || this.test.get(0).size() != clips) {
      throw new TrainingException(place + ": the branches were tested on different clips");
    }
    if (this.validation.get(0).isEmpty()) {
      throw new TrainingException(
          place
              + ": the branches have no validation clip in common; give their recipes the same"
              + " split, validationSpeakers and seed");
    }
  }

  /**
   * What came out.
   *
   * @param judgements one for each test clip, calibrated by a temperature that the validation clips
   *     gave
   * @param weights of the branches, summing to 1; empty where there are none (stacking)
   */
  record Joined(List<Judgement> judgements, double[] weights) {}

  Joined join() {
    if (method == FusionMethod.STACKED) {
      return new Joined(stacked(), new double[0]);
    }
    double[] weights = weights();
    List<Judgement> learned = mixed(validation, weights);
    double temperature =
        Temperature.fit(
            learned.stream().map(Judgement::logits).toList(),
            learned.stream().mapToInt(Judgement::truth).toArray());
    List<Judgement> judgements =
        mixed(test, weights).stream().map(j -> j.atTemperature(temperature)).toList();
    return new Joined(judgements, weights);
  }

  private double[] weights() {
    int branches = validation.size();
    double[] weights = new double[branches];
    Arrays.fill(weights, 1.0 / branches);
    if (method == FusionMethod.MEAN) {
      return weights;
    }
    int clips = validation.get(0).size();
    for (int step = 0; step < STEPS; step++) {
      double[] shares = new double[branches];
      for (int clip = 0; clip < clips; clip++) {
        double sum = 0;
        double[] own = new double[branches];
        for (int branch = 0; branch < branches; branch++) {
          Judgement judgement = validation.get(branch).get(clip);
          double p = Math.max(LEAST, judgement.probabilities()[judgement.truth()]);
          own[branch] = weights[branch] * p;
          sum += own[branch];
        }
        for (int branch = 0; branch < branches; branch++) {
          shares[branch] += own[branch] / sum / clips;
        }
      }
      weights = shares;
    }
    return weights;
  }

  private static List<Judgement> mixed(List<List<Judgement>> branches, double[] weights) {
    List<Judgement> mixed = new ArrayList<>();
    for (int clip = 0; clip < branches.get(0).size(); clip++) {
      Judgement first = branches.get(0).get(clip);
      double[] sum = new double[first.probabilities().length];
      for (int branch = 0; branch < weights.length; branch++) {
        double[] own = branches.get(branch).get(clip).probabilities();
        for (int k = 0; k < sum.length; k++) {
          sum[k] += weights[branch] * own[k];
        }
      }
      mixed.add(first.with(sum));
    }
    return mixed;
  }

  private List<Judgement> stacked() {
    int classes = test.get(0).get(0).probabilities().length;
    Samples samples =
        new Samples(
            rows(validation),
            validation.get(0).stream().mapToInt(Judgement::truth).toArray(),
            classes);
    ClassicalModel model =
        LogisticRegression.of(List.of(0.1), true).candidates(samples, 1).get(0).fit().get();
    List<double[]> learned = rows(validation).stream().map(model::scores).toList();
    double temperature = Temperature.fit(learned, samples.labels());
    List<FeatureMatrix> asked = rows(test);
    return IntStream.range(0, asked.size())
        .mapToObj(
            clip ->
                test.get(0)
                    .get(clip)
                    .with(Temperature.softmax(model.scores(asked.get(clip)), temperature)))
        .toList();
  }

  /** A row for each clip: the logarithms of the probabilities that each branch gives. */
  private static List<FeatureMatrix> rows(List<List<Judgement>> branches) {
    int classes = branches.get(0).get(0).probabilities().length;
    List<FeatureMatrix> rows = new ArrayList<>();
    for (int clip = 0; clip < branches.get(0).size(); clip++) {
      float[] row = new float[branches.size() * classes];
      for (int branch = 0; branch < branches.size(); branch++) {
        double[] own = branches.get(branch).get(clip).probabilities();
        for (int k = 0; k < classes; k++) {
          row[branch * classes + k] = (float) Math.log(Math.max(LEAST, own[k]));
        }
      }
      rows.add(new FeatureMatrix(row, 1, row.length));
    }
    return rows;
  }

  /** The clips that all branches have judged, in the order of the first. */
  private static List<List<Judgement>> aligned(List<List<Judgement>> branches) {
    List<Map<String, Judgement>> byClip = new ArrayList<>();
    for (List<Judgement> branch : branches) {
      Map<String, Judgement> own = new HashMap<>();
      branch.forEach(judgement -> own.put(judgement.clip(), judgement));
      byClip.add(own);
    }
    List<String> common =
        branches.get(0).stream()
            .map(Judgement::clip)
            .filter(clip -> byClip.stream().allMatch(own -> own.containsKey(clip)))
            .toList();
    return byClip.stream().map(own -> common.stream().map(own::get).toList()).toList();
  }
}
