package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.List;
import org.emotone.training.schedule.Monitor;

/** The epochs that have ended, which of them is kept, and whether they are enough. */
final class History {

  private final TrainerOptions options;
  private final boolean validated;
  private final List<EpochMetrics> epochs = new ArrayList<>();
  private int best;

  /**
   * Begins.
   *
   * @param validated whether there are validation examples; if not, the last epoch is the best
   */
  History(TrainerOptions options, boolean validated) {
    this.options = options;
    this.validated = validated;
  }

  /** Goes on after the epochs of a checkpoint. */
  void resume(Checkpoint checkpoint) {
    epochs.addAll(checkpoint.history());
    best = checkpoint.bestEpoch();
  }

  /** An epoch has ended. */
  void add(EpochMetrics metrics) {
    epochs.add(metrics);
    if (best == 0 || !validated || kept(metrics, epochs.get(best - 1))) {
      best = epochs.size();
    }
  }

  private boolean kept(EpochMetrics metrics, EpochMetrics before) {
    return switch (options.keep()) {
      case LAST -> true;
      case VALIDATION_UAR -> metrics.betterThan(before, Monitor.VALIDATION_UAR, 0);
      case VALIDATION_ACCURACY -> metrics.betterThan(before, Monitor.VALIDATION_ACCURACY, 0);
      case VALIDATION_LOSS -> metrics.betterThan(before, Monitor.VALIDATION_LOSS, 0);
    };
  }

  /** All that have ended. */
  List<EpochMetrics> epochs() {
    return epochs;
  }

  /** How many have ended. */
  int ended() {
    return epochs.size();
  }

  /** The one that is kept, from 1; 0 if none has ended. */
  int best() {
    return best;
  }

  /** Whether there is nothing left to train. */
  boolean finished() {
    int patience = options.earlyStopping().patience();
    return epochs.size() >= options.epochs()
        || (patience > 0 && epochs.size() - lastProgress() >= patience);
  }

  /** The last epoch that was better than all before it, as early stopping sees it. */
  private int lastProgress() {
    EarlyStopping stopping = options.earlyStopping();
    int last = Math.min(1, epochs.size());
    for (int epoch = 2; epoch <= epochs.size(); epoch++) {
      EpochMetrics before = epochs.get(last - 1);
      if (epochs.get(epoch - 1).betterThan(before, stopping.monitor(), stopping.minDelta())) {
        last = epoch;
      }
    }
    return last;
  }

  /** For each epoch the measure that the schedule watches; empty if it watches none. */
  List<Double> watched() {
    return options
        .schedule()
        .watches()
        .map(monitor -> epochs.stream().map(epoch -> epoch.of(monitor)).toList())
        .orElse(List.of());
  }
}
