package org.emotone.training.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a recogniser on a set of clips, with the conditions that they were obtained under.
 *
 * @param conditions how the figures were obtained
 * @param clips number of clips
 * @param speakers number of their speakers
 * @param uar unweighted average recall, 0 … 1
 * @param uarInterval its confidence interval, null with fewer than two speakers
 * @param accuracy share of clips recognised (weighted accuracy), 0 … 1
 * @param macroF1 mean F1 of the classes, 0 … 1
 * @param topTwo share of clips whose class is among the two most probable, 0 … 1
 * @param logLoss mean negative log-likelihood, in nats
 * @param brier mean squared distance from the truth, 0 … 2
 * @param calibrationError expected calibration error over 15 bins, 0 … 1
 * @param classes figures of each class
 * @param confusion counts of answers
 * @param groups figures of parts of the clips, by "speaker", {@code sex}, {@code intensity} and
 *     {@code corpus}
 * @param reliability the bins of the calibration error
 * @param curves ROC and precision over recall of each class
 * @param riskCoverage what it costs to answer more; null in what former versions wrote
 */
public record Evaluation(
    Conditions conditions,
    int clips,
    int speakers,
    double uar,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Interval uarInterval,
    double accuracy,
    double macroF1,
    double topTwo,
    double logLoss,
    double brier,
    double calibrationError,
    List<ClassScore> classes,
    ConfusionMatrix confusion,
    Map<String, List<GroupScore>> groups,
    List<ReliabilityBin> reliability,
    List<ClassCurves> curves,
    @Nullable RiskCoverage riskCoverage) {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * Measures judgements.
   *
   * @param labels the classes in order
   * @param judgements at least one
   * @throws IllegalArgumentException if there is nothing to measure
   */
  public static Evaluation of(
      List<String> labels, List<Judgement> judgements, Conditions conditions) {
    if (judgements.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to evaluate: no clip of "
              + String.join(", ", conditions.corpora())
              + " has an emotion that the model knows");
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(labels, judgements);
    return new Evaluation(
        conditions,
        judgements.size(),
        (int) judgements.stream().map(Judgement::speaker).distinct().count(),
        confusion.unweightedAverageRecall(),
        SpeakerBootstrap.STANDARD.interval(labels, judgements),
        confusion.accuracy(),
        confusion.macroF1(),
        ProbabilityScores.topAccuracy(judgements, 2),
        ProbabilityScores.logLoss(judgements),
        ProbabilityScores.brier(judgements),
        ProbabilityScores.calibrationError(judgements),
        confusion.scores(),
        confusion,
        GroupScore.all(labels, judgements),
        ReliabilityBin.of(judgements, ProbabilityScores.BINS),
        ClassCurves.all(labels, judgements),
        RiskCoverage.of(judgements));
  }

  /** Mean area under the ROC curves of the classes that have one, 0 if none has. */
  public double meanAuc() {
    return curves.stream()
        .map(ClassCurves::auc)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  /** As indented JSON. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As a table to be read, ending with a line break. */
  public String toText() {
    return EvaluationText.of(this);
  }

  /** Reads what {@link #toJson} wrote. */
  public static Evaluation fromJson(String json) throws JsonProcessingException {
    return JSON.readValue(json, Evaluation.class);
  }
}
