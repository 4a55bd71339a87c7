package org.emotone.training.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Protocol;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.AugmentedSet;
import org.emotone.training.augmentation.Chain;

/** Small networks, options and examples for tests. */
final class Samples {

  static final int COEFFICIENTS = 8;
  static final int CLASSES = 3;

  private Samples() {}

  static Layer layer(String yaml) {
    try {
      return new YAMLMapper().readValue(yaml, Layer.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  static TrainerOptions options(String yaml) {
    try {
      return new YAMLMapper().readValue(yaml, TrainerOptions.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(yaml, e);
    }
  }

  /** Examples under the names of a training set, with what is done to their features. */
  static AugmentedExamples augmented(Examples examples, String... steps) {
    TrainingSet training = trainingSet(examples);
    return new AugmentedExamples(
        new AugmentedSet(training, chain(steps)), named(examples, training));
  }

  static Examples named(Examples examples, TrainingSet training) {
    return examples.select(
        IntStream.range(0, examples.size()).toArray(),
        examples.features(),
        training.utterances().stream().map(Utterance::name).toList());
  }

  static Chain chain(String... steps) {
    List<Augmentation> augmentations = new ArrayList<>();
    try {
      for (String step : steps) {
        augmentations.add(new YAMLMapper().readValue(step, Augmentation.class));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    return new Chain(augmentations);
  }

  /** As many clips as there are examples. */
  static TrainingSet trainingSet(Examples examples) {
    List<Utterance> clips = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      clips.add(
          new Utterance(
              "own",
              "clip" + i,
              Path.of(i + ".wav"),
              "own:1",
              null,
              null,
              "und",
              Emotion.NEUTRAL,
              "n",
              null,
              null,
              null));
    }
    return new Split(Protocol.RANDOM, "", clips, List.of(), List.of()).trainingSet();
  }

  /** A residual CNN with batch normalisation and dropout. */
  static Network network() {
    return new Network(
        layer(
            """
            type: sequential
            layers:
              - {type: image}
              - {type: conv2d, filters: 6, kernel: [3, 3], stride: [2, 2], bias: false}
              - {type: batchNorm}
              - {type: activation, function: relu}
              - type: residual
                body:
                  type: sequential
                  layers:
                    - {type: conv2d, filters: 6, kernel: [3, 3], bias: false}
                    - {type: batchNorm}
              - {type: activation, function: relu}
              - {type: foldFrequency}
              - {type: statisticsPool}
              - {type: dropout, rate: 0.2}
              - {type: dense, units: 3}
            """),
        COEFFICIENTS,
        CLASSES);
  }

  /** Noise with a bump whose place tells the class; 20 to 39 frames. */
  static Examples examples(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<FeatureMatrix> features = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
      int frames = 20 + random.nextInt(20);
      float[] values = new float[frames * COEFFICIENTS];
      for (int k = 0; k < values.length; k++) {
        float bump = k % COEFFICIENTS / 3 == labels[i] ? 1 : 0;
        values[k] = bump + (float) (random.nextDouble() * 2 - 1);
      }
      features.add(new FeatureMatrix(values, frames, COEFFICIENTS));
      ids.add("example " + i);
    }
    return new Examples(features, labels, ids);
  }
}
