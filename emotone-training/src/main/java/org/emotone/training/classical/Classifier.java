package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A kind of classifier with its parameters; the {@code classifier} section of a recipe, such as
 * {@code {type: svm, kernel: linear, c: 0.1}}. A parameter that may be a list is tried value by
 * value.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Svm.class, name = "svm"),
  @JsonSubTypes.Type(value = LogisticRegression.class, name = "logisticRegression"),
  @JsonSubTypes.Type(value = LinearDiscriminant.class, name = "linearDiscriminant"),
  @JsonSubTypes.Type(value = NaiveBayes.class, name = "naiveBayes"),
  @JsonSubTypes.Type(value = NearestNeighbours.class, name = "nearestNeighbours"),
  @JsonSubTypes.Type(value = DecisionTree.class, name = "decisionTree"),
  @JsonSubTypes.Type(value = RandomForest.class, name = "randomForest"),
  @JsonSubTypes.Type(value = ExtraTrees.class, name = "extraTrees"),
  @JsonSubTypes.Type(value = GradientBoosting.class, name = "gradientBoosting"),
  @JsonSubTypes.Type(value = AdaBoost.class, name = "adaBoost"),
  @JsonSubTypes.Type(value = Bagging.class, name = "bagging"),
  @JsonSubTypes.Type(value = BestOf.class, name = "bestOf"),
  @JsonSubTypes.Type(value = GmmHmm.class, name = "gmmHmm"),
  @JsonSubTypes.Type(value = Dummy.class, name = "dummy")
})
public sealed interface Classifier
    permits Svm,
        LogisticRegression,
        LinearDiscriminant,
        NaiveBayes,
        NearestNeighbours,
        DecisionTree,
        RandomForest,
        ExtraTrees,
        GradientBoosting,
        AdaBoost,
        Bagging,
        BestOf,
        GmmHmm,
        Dummy {

  /**
   * What is to be tried on samples: one candidate for each combination of values. Their number and
   * order do not depend on the samples, which are not looked at before one is fitted.
   *
   * @param samples to fit on
   * @param seed of what is drawn
   */
  List<Candidate> candidates(Samples samples, long seed);

  /** What each candidate tries, in order; see {@link Candidate#words}. */
  default List<String> words() {
    return candidates(Samples.NONE, 0).stream().map(Candidate::words).toList();
  }
}
