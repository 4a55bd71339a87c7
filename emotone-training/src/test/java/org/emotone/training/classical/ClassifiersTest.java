package org.emotone.training.classical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every classifier does, on clouds of points. */
class ClassifiersTest {

  private static final Samples TRAIN = Clouds.of(240, 12, 4, 2.5, 1);
  private static final Samples TEST = Clouds.of(200, 12, 4, 2.5, 2);

  private static Classifier read(String json) {
    try {
      return new ObjectMapper().readValue(json.replace('\'', '"'), Classifier.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ClassicalModel fit(String json, Samples samples) {
    return read(json).candidates(samples, 7).get(0).fit().get();
  }

  private static double accuracy(ClassicalModel model, Samples samples) {
    return IntStream.range(0, samples.size())
            .filter(i -> best(model.scores(samples.clips().get(i))) == samples.labels()[i])
            .count()
        / (double) samples.size();
  }

  private static int best(double[] scores) {
    double highest = Arrays.stream(scores).max().orElseThrow();
    return IntStream.range(0, scores.length)
        .filter(k -> scores[k] == highest)
        .findFirst()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'svm','c':0.1}",
        "{'type':'svm','kernel':'rbf','c':[10],'gamma':0.5}",
        "{'type':'svm','kernel':'polynomial','degree':2}",
        "{'type':'logisticRegression'}",
        "{'type':'linearDiscriminant'}",
        "{'type':'naiveBayes'}",
        "{'type':'nearestNeighbours','k':9}",
        "{'type':'randomForest','trees':50}",
        "{'type':'extraTrees','trees':50}",
        "{'type':'gradientBoosting','rounds':50}",
        "{'type':'adaBoost','rounds':50}",
        "{'type':'bagging','times':20}",
        "{'type':'bagging','of':{'type':'svm'},'times':3}",
        "{'type':'gmmHmm','states':1,'mixtures':1}"
      })
  void tells_clouds_apart_that_hardly_overlap(String json) {
    assertThat(accuracy(fit(json, TRAIN), TEST)).isGreaterThan(0.93);
  }

  @Test
  void a_tree_tells_them_apart_less_well_than_its_forest() {
    double tree = accuracy(fit("{'type':'decisionTree'}", TRAIN), TEST);
    double forest = accuracy(fit("{'type':'randomForest','trees':100}", TRAIN), TEST);
    assertThat(tree).isBetween(0.7, forest - 0.02);
  }

  @Test
  void the_best_of_several_is_any_candidate_of_each() {
    Classifier best = read("{'type':'bestOf','of':[{'type':'dummy'},{'type':'svm','c':[0.1,1]}]}");
    assertThat(best.words()).containsExactly("Dummy dummy", "Svm c 0.1", "Svm c 1");
    ClassicalModel last = best.candidates(TRAIN, 7).get(2).fit().get();
    assertThat(accuracy(last, TEST)).isGreaterThan(0.93);
    assertThatThrownBy(() -> read("{'type':'bestOf','of':[{'type':'dummy'}]}"))
        .hasMessageContaining("at least two");
  }

  @Test
  void a_dummy_says_how_often_each_class_occurred() {
    ClassicalModel model = fit("{'type':'dummy'}", TRAIN.at(new int[] {0, 1, 4, 8}));
    double[] probabilities = Softmax.of(model.scores(TEST.clips().get(0)));
    assertThat(probabilities[0]).isCloseTo(0.75, within(1e-9));
    assertThat(probabilities[1]).isCloseTo(0.25, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'svm','c':0.1}",
        "{'type':'svm','kernel':'rbf','c':[10],'gamma':0.5}",
        "{'type':'svm','kernel':'polynomial','degree':3}",
        "{'type':'logisticRegression','balanced':true}",
        "{'type':'linearDiscriminant'}",
        "{'type':'naiveBayes'}",
        "{'type':'nearestNeighbours','k':9}",
        "{'type':'decisionTree'}",
        "{'type':'randomForest','trees':50}",
        "{'type':'extraTrees','trees':50}",
        "{'type':'gradientBoosting','rounds':50}",
        "{'type':'adaBoost','rounds':50}",
        "{'type':'bagging','times':5}",
        "{'type':'bagging','of':{'type':'svm','kernel':'rbf'},'times':3}",
        "{'type':'gmmHmm','states':2,'mixtures':2,'iterations':3}",
        "{'type':'dummy'}"
      })
  void is_computed_alike_here_and_by_onnx_runtime(String json) throws OrtException {
    ClassicalModel model = fit(json, TRAIN);
    assertAlike(model, TEST);
  }

  private static void assertAlike(ClassicalModel model, Samples samples) throws OrtException {
    try (Onnx onnx = Onnx.of(model)) {
      for (FeatureMatrix clip : samples.clips()) {
        assertThat(onnx.probabilities(clip))
            .containsExactly(Softmax.of(model.scores(clip)), within(1e-5));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void hidden_markov_models_tell_orders_apart_that_means_cannot(String leftToRight)
      throws OrtException {
    Samples train = Clouds.sequences(60, 24, 3, 2, 1.5, 1);
    Samples test = Clouds.sequences(60, 31, 3, 2, 1.5, 2);
    ClassicalModel model =
        fit("{'type':'gmmHmm','states':3,'leftToRight':" + leftToRight + "}", train);
    assertThat(accuracy(model, test)).isGreaterThan(0.9);
    assertThat(accuracy(fit("{'type':'svm'}", train), test)).isLessThan(0.8);
    assertAlike(model, test);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'svm'}",
        "{'type':'svm','kernel':'rbf'}",
        "{'type':'logisticRegression'}",
        "{'type':'linearDiscriminant'}",
        "{'type':'naiveBayes'}",
        "{'type':'nearestNeighbours'}",
        "{'type':'decisionTree'}",
        "{'type':'randomForest','trees':20}",
        "{'type':'extraTrees','trees':20}",
        "{'type':'gradientBoosting','rounds':20}",
        "{'type':'adaBoost','rounds':20}",
        "{'type':'gmmHmm','states':1,'mixtures':1}",
        "{'type':'dummy'}"
      })
  void never_answers_with_a_class_that_no_clip_had(String json) throws OrtException {
    Samples three = TRAIN.at(IntStream.range(0, 240).filter(i -> i % 4 != 2).toArray());
    ClassicalModel model = fit(json, three);
    for (FeatureMatrix clip : TEST.clips()) {
      assertThat(Softmax.of(model.scores(clip))[2]).isLessThan(0.05);
    }
    assertAlike(model, TEST.at(IntStream.range(0, 20).toArray()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'svm','c':0.01}",
        "{'type':'logisticRegression','c':0.01}",
        "{'type':'linearDiscriminant'}",
        "{'type':'extraTrees','trees':50}"
      })
  void learns_from_fewer_clips_than_coefficients(String json) throws OrtException {
    Samples wide = Clouds.of(60, 400, 3, 0.8, 1);
    ClassicalModel model = fit(json, wide);
    Samples others = Clouds.of(60, 400, 3, 0.8, 2);
    assertThat(accuracy(model, others)).isGreaterThan(0.9);
    assertAlike(model, others);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"randomForest", "extraTrees", "gradientBoosting", "adaBoost", "bagging", "gmmHmm"})
  void the_same_seed_gives_the_same_model(String type) {
    String json = "{'type':'" + type + "'}";
    double[] first = fit(json, TRAIN).scores(TEST.clips().get(3));
    assertThat(fit(json, TRAIN).scores(TEST.clips().get(3))).containsExactly(first);
  }

  @Test
  void a_range_that_is_left_is_named() {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> read("{'type':'svm','c':-1}")))
        .hasMessageContaining("c must be from");
  }
}
