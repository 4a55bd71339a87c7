package org.emotone.training.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;
import org.emotone.network.Layer;
import org.emotone.network.Network;

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
