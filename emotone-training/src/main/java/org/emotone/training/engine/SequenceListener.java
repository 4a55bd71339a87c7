package org.emotone.training.engine;

/** Hears how a {@link SequenceTrainer} gets on. */
public interface SequenceListener {

  /** A step ended; loss is that of its batch. */
  void stepEnded(int epoch, int step, int steps, double loss);

  /** An epoch ended, and can be resumed after. */
  void epochEnded(SequenceEpoch epoch);
}
