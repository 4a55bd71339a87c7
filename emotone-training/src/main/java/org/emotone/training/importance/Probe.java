package org.emotone.training.importance;

import java.util.List;
import java.util.stream.IntStream;
import org.emotone.corpus.Utterance;
import org.emotone.training.classical.Candidate;
import org.emotone.training.classical.ClassicalModel;
import org.emotone.training.classical.Classifier;
import org.emotone.training.classical.GmmHmm;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.ConfusionMatrix;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.ScalerChoice;

/**
 * A classifier that is fitted on one set of columns after the other.
 *
 * @param classifier with one value for each parameter, so that nothing is chosen by what is judged
 * @param seed of what it draws
 */
record Probe(Classifier classifier, long seed) {

  /**
   * That of a recipe.
   *
   * @throws TrainingException if the recipe has none that can be asked, in one line
   */
  static Probe of(Recipe recipe) {
    Classifier classifier = recipe.classifier();
    if (classifier == null || classifier instanceof GmmHmm) {
      throw new TrainingException(
          "recipe "
              + recipe.name()
              + " has no classifier of rows, which is what is fitted here again and again; give"
              + " one, such as classifier: {type: svm, c: 0.1}, in place of its network");
    }
    List<String> candidates = classifier.words();
    if (candidates.size() > 1) {
      throw new TrainingException(
          "the classifier of recipe "
              + recipe.name()
              + " has "
              + candidates.size()
              + " values to choose from, and the clips that would choose are those that are judged;"
              + " give single values");
    }
    ScalerChoice scaler = recipe.scaler();
    if (scaler != null && scaler.pca() != null) {
      throw new TrainingException(
          "the scaler of recipe "
              + recipe.name()
              + " mixes all features in principal components, so that they cannot be told apart;"
              + " leave pca out");
    }
    return new Probe(classifier, recipe.seed());
  }

  /**
   * Fits.
   *
   * @throws TrainingException if it cannot learn from the clips, in one line
   */
  ClassicalModel fit(Samples train) {
    try {
      Candidate candidate = classifier.candidates(train, seed).get(0);
      return candidate.fit().get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new TrainingException(
          "the classifier cannot be fitted on " + train.coefficients() + " features: " + e, e);
    }
  }

  /** What a model answers of clips. */
  static List<Judgement> judge(ClassicalModel model, Samples samples, List<Utterance> clips) {
    return IntStream.range(0, samples.size())
        .parallel()
        .mapToObj(
            i ->
                new Judgement(
                    clips.get(i).name(),
                    clips.get(i).speaker(),
                    samples.labels()[i],
                    model.scores(samples.clips().get(i))))
        .toList();
  }

  /** The UAR of a model on the clips that it was fitted on, or on others. */
  static double uar(ClassicalModel model, Samples samples, List<String> classes) {
    List<Judgement> judgements =
        IntStream.range(0, samples.size())
            .parallel()
            .mapToObj(
                i ->
                    new Judgement(
                        Integer.toString(i),
                        "",
                        samples.labels()[i],
                        model.scores(samples.clips().get(i))))
            .toList();
    return uar(classes, judgements);
  }

  static double uar(List<String> classes, List<Judgement> judgements) {
    return ConfusionMatrix.of(classes, judgements).unweightedAverageRecall();
  }
}
