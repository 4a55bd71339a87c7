package org.emotone.training.robustness;

import org.emotone.training.evaluation.Judgement;

/**
 * What was answered of a clip.
 *
 * @param judgement the answer
 * @param certain whether it was given as certain
 */
record Answer(Judgement judgement, boolean certain) {

  boolean right() {
    return judgement.predicted() == judgement.truth();
  }
}
