package org.emotone.training.denoise;

import org.emotone.training.engine.SequenceListener;

/** Hears how the training of a denoiser gets on. */
public interface DenoiserListener extends SequenceListener {

  /** What is done now, in words. */
  void stage(String words);

  /** So many clips of so many are read. */
  void read(int done, int all);
}
