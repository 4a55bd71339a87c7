package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.augmentation.FeatureAugmentation;

/** Makes the batches of an epoch: crops, augments and mixes. */
final class Batches {

  private final AugmentedExamples augmented;
  private final Examples examples;
  private final TrainerOptions options;
  private final Targets targets;
  private final int width;
  private final long seed;
  private final int steps;
  private final int shortest;
  private final Mixing mixing;

  Batches(AugmentedExamples augmented, TrainerOptions options, int classes, long seed) {
    this.augmented = augmented;
    this.examples = augmented.examples();
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

  /** Threads that batches are worth making on: several if sound is analysed for them. */
  int threads() {
    return augmented.changesSound() ? Runtime.getRuntime().availableProcessors() : 1;
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
      SplittableRandom sound = Seeds.random(seed, Seeds.Purpose.SOUND, epoch, first + i);
      pieces.add(draw(augmented.draw(order[first + i], sound), random));
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
   * @param augmentations what is done to it
   * @param factor how much longer the clip becomes before
   * @param frames of the piece
   * @param random for everything that is drawn next
   */
  private record Piece(
      FeatureMatrix clip,
      List<FeatureAugmentation> augmentations,
      double factor,
      int frames,
      SplittableRandom random) {}

  /** A crop, or the whole clip, which no stretch makes shorter than the shortest one. */
  private Piece draw(FeatureMatrix clip, SplittableRandom random) {
    List<FeatureAugmentation> augmentations = augmented.drawFeatures(random);
    double factor = 1;
    for (FeatureAugmentation augmentation : augmentations) {
      factor *= augmentation.lengthening(random);
    }
    int frames =
        options.wholeClips()
            ? (int) Math.max(shortest, Math.round(clip.frames() * factor))
            : options.cropFrames();
    return new Piece(clip, augmentations, factor, frames, random);
  }

  private void write(Piece piece, float[] features, int offset) {
    SplittableRandom random = piece.random();
    int frames = piece.frames();
    int coefficients = piece.clip().coefficients();
    new Crop(frames, options.cropPadding())
        .cut(piece.clip(), piece.factor(), random, features, offset);
    for (FeatureAugmentation augmentation : piece.augmentations()) {
      augmentation.change(random, features, offset, frames, coefficients);
    }
  }
}
