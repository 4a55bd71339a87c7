package org.emotone.training.engine;

import java.util.ArrayList;
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
  private final int shortest;
  private final Mixing mixing;

  Batches(Examples examples, TrainerOptions options, int classes, long seed) {
    this.examples = examples;
    this.options = options;
    this.targets = new Targets(classes, options, examples);
    this.width = Targets.width(classes, examples);
    this.seed = seed;
    this.mixing = new Mixing(options, seed);
    this.shortest = examples.features().stream().mapToInt(FeatureMatrix::frames).min().orElse(1);
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
    int[] order = EpochOrder.of(examples, options.sampling(), seed, epoch);
    if (!options.wholeClips()) {
      return order;
    }
    return LengthBuckets.sort(
        order,
        steps,
        i -> examples.features().get(i).frames(),
        Seeds.random(seed, Seeds.Purpose.BUCKETS, epoch, 0));
  }

  /**
   * One batch.
   *
   * @param order of the epoch
   * @param epoch from 1
   * @param step from 0
   */
  Batch make(int[] order, int epoch, int step) {
    int first = LengthBuckets.start(order, step, steps);
    int size = LengthBuckets.start(order, step + 1, steps) - first;
    List<Piece> pieces = new ArrayList<>();
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      SplittableRandom random = Seeds.random(seed, Seeds.Purpose.EXAMPLE, epoch, first + i);
      pieces.add(draw(examples.features().get(order[first + i]), random));
      labels[i] = examples.labels()[order[first + i]];
    }
    int frames = pieces.stream().mapToInt(Piece::frames).max().orElseThrow();
    int values = frames * examples.features().get(0).coefficients();
    int[] lengths =
        options.wholeClips() ? pieces.stream().mapToInt(Piece::frames).toArray() : new int[0];
    Batch batch = new Batch(new float[size * values], new float[size * width], size, lengths);
    for (int i = 0; i < size; i++) {
      write(pieces.get(i), batch.features(), i * values);
      targets.write(order[first + i], batch.targets(), i * width);
    }
    return mixing.apply(batch, labels, frames, epoch, step);
  }

  /**
   * What a batch takes of a clip.
   *
   * @param factor how much longer the clip becomes before
   * @param frames of the piece
   * @param random for everything that is drawn next
   */
  private record Piece(FeatureMatrix clip, double factor, int frames, SplittableRandom random) {}

  /** A crop, or the whole clip, which no stretch makes shorter than the shortest one. */
  private Piece draw(FeatureMatrix clip, SplittableRandom random) {
    double factor = 1 + options.timeStretch() * (2 * random.nextDouble() - 1);
    int frames =
        options.wholeClips()
            ? (int) Math.max(shortest, Math.round(clip.frames() * factor))
            : options.cropFrames();
    return new Piece(clip, factor, frames, random);
  }

  private void write(Piece piece, float[] features, int offset) {
    SplittableRandom random = piece.random();
    int frames = piece.frames();
    int coefficients = piece.clip().coefficients();
    new Crop(frames, options.cropPadding())
        .cut(piece.clip(), piece.factor(), random, features, offset);
    if (options.frequencyStretch() > 0) {
      FrequencyStretch.apply(
          options.frequencyStretch(), random, features, offset, frames, coefficients);
    }
    Masks.apply(options.specAugment(), random, features, offset, frames, coefficients);
    if (options.noise() > 0) {
      for (int k = offset; k < offset + frames * coefficients; k++) {
        features[k] += (float) (options.noise() * random.nextGaussian());
      }
    }
  }
}
