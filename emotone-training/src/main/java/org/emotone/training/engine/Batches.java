package org.emotone.training.engine;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;

/** Makes the batches of an epoch: crops, augments and mixes. */
final class Batches {

  private final Examples examples;
  private final TrainerOptions options;
  private final Targets targets;
  private final int width;
  private final long seed;
  private final int steps;
  private final Mixing mixing;

  Batches(Examples examples, TrainerOptions options, int classes, long seed) {
    this.examples = examples;
    this.options = options;
    this.targets = new Targets(classes, options, examples);
    this.width = Targets.width(classes, examples);
    this.seed = seed;
    this.mixing = new Mixing(options, seed);
    this.steps = (examples.size() + options.batchSize() - 1) / options.batchSize();
  }

  /** Batches per epoch; their sizes differ by at most one, so that no last one is tiny. */
  int steps() {
    return steps;
  }

  /** The further tasks that targets are made for. */
  List<SideLabels> sides() {
    return examples.sides();
  }

  /** Which examples an epoch takes. */
  int[] order(int epoch) {
    return EpochOrder.of(examples, options.sampling(), seed, epoch);
  }

  /**
   * One batch.
   *
   * @param order of the epoch
   * @param epoch from 1
   * @param step from 0
   */
  Batch make(int[] order, int epoch, int step) {
    int first = (int) ((long) order.length * step / steps);
    int last = (int) ((long) order.length * (step + 1) / steps);
    int frames = options.cropFrames();
    int values = frames * examples.features().get(0).coefficients();
    int size = last - first;
    Batch batch = new Batch(new float[size * values], new float[size * width], size);
    for (int i = first; i < last; i++) {
      SplittableRandom random = Seeds.random(seed, Seeds.Purpose.EXAMPLE, epoch, i);
      write(order[i], random, batch, i - first, values);
    }
    int[] labels = new int[size];
    Arrays.setAll(labels, i -> examples.labels()[order[first + i]]);
    return mixing.apply(batch, labels, frames, epoch, step);
  }

  private void write(int example, SplittableRandom random, Batch batch, int place, int values) {
    FeatureMatrix clip = examples.features().get(example);
    float[] features = batch.features();
    int offset = place * values;
    new Crop(options.cropFrames(), options.cropPadding(), options.timeStretch())
        .cut(clip, random, features, offset);
    if (options.frequencyStretch() > 0) {
      FrequencyStretch.apply(
          options.frequencyStretch(),
          random,
          features,
          offset,
          options.cropFrames(),
          clip.coefficients());
    }
    Masks.apply(
        options.specAugment(), random, features, offset, options.cropFrames(), clip.coefficients());
    if (options.noise() > 0) {
      for (int k = offset; k < offset + values; k++) {
        features[k] += (float) (options.noise() * random.nextGaussian());
      }
    }
    targets.write(example, batch.targets(), place * width);
  }
}
