package org.emotone.training.engine;

import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;

/** Makes the batches of an epoch: crops, augments and mixes. */
final class Batches {

  private final Examples examples;
  private final TrainerOptions options;
  private final Targets targets;
  private final int classes;
  private final long seed;
  private final int steps;

  Batches(Examples examples, TrainerOptions options, int classes, long seed) {
    this.examples = examples;
    this.options = options;
    this.targets = new Targets(classes, options, examples.labels());
    this.classes = classes;
    this.seed = seed;
    this.steps = (examples.size() + options.batchSize() - 1) / options.batchSize();
  }

  /** Batches per epoch; their sizes differ by at most one, so that no last one is tiny. */
  int steps() {
    return steps;
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
    int coefficients = examples.features().get(0).coefficients();
    int width = options.cropFrames() * coefficients;
    Batch batch =
        new Batch(
            new float[(last - first) * width], new float[(last - first) * classes], last - first);
    for (int i = first; i < last; i++) {
      SplittableRandom random = Seeds.random(seed, Seeds.Purpose.EXAMPLE, epoch, i);
      write(order[i], random, batch, i - first, width);
    }
    return options.mixup() == 0
        ? batch
        : Mixup.apply(batch, options.mixup(), Seeds.random(seed, Seeds.Purpose.MIXUP, epoch, step));
  }

  private void write(int example, SplittableRandom random, Batch batch, int place, int width) {
    FeatureMatrix clip = examples.features().get(example);
    float[] features = batch.features();
    int offset = place * width;
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
      for (int k = offset; k < offset + width; k++) {
        features[k] += (float) (options.noise() * random.nextGaussian());
      }
    }
    if (examples.targets().isEmpty()) {
      targets.write(examples.labels()[example], batch.targets(), place * classes);
    } else {
      targets.write(examples.targets().get(example), batch.targets(), place * classes);
    }
  }
}
