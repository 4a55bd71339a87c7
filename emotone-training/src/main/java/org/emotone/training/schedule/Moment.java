package org.emotone.training.schedule;

import java.util.List;

/**
 * Where training stands.
 *
 * @param step that is about to be taken, from 0
 * @param steps of the whole training, if no early stopping ends it
 * @param stepsPerEpoch of one epoch
 * @param watched for each epoch that has ended the measure that the schedule watches; empty where
 *     it watches none
 */
public record Moment(long step, long steps, long stepsPerEpoch, List<Double> watched) {

  /** Copies the list. */
  public Moment {
    watched = List.copyOf(watched);
  }

  /** A moment of a schedule that watches nothing. */
  public Moment(long step, long steps, long stepsPerEpoch) {
    this(step, steps, stepsPerEpoch, List.of());
  }

  /** The epoch that the step belongs to, from 0. */
  long epoch() {
    return step / stepsPerEpoch;
  }

  /** The same, had training begun {@code epochs} later. */
  Moment after(int epochs) {
    long skipped = epochs * stepsPerEpoch;
    return new Moment(
        step - skipped,
        steps - skipped,
        stepsPerEpoch,
        watched.subList(Math.min(epochs, watched.size()), watched.size()));
  }
}
