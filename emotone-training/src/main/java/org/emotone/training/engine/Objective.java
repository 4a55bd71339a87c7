package org.emotone.training.engine;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.emotone.training.loss.CrossEntropy;
import org.emotone.training.loss.Loss;

/**
 * What a step of training makes small: the loss of the classes and, added to it, the cross-entropy
 * of each further task, whose weight is in its targets.
 */
final class Objective {

  private final Loss loss;
  private final int classes;
  private final List<SideLabels> sides;

  Objective(Loss loss, int classes, List<SideLabels> sides) {
    this.loss = loss;
    this.classes = classes;
    this.sides = sides;
  }

  /**
   * The loss of a batch.
   *
   * @param logits {@code [batch][outputs]}, the classes first
   * @param targets of the same shape
   */
  Tensor of(Tensor logits, Tensor targets) {
    if (sides.isEmpty()) {
      return loss.of(logits, targets);
    }
    Tensor sum = loss.of(logits.narrow(1, 0, classes), targets.narrow(1, 0, classes));
    long next = classes;
    for (SideLabels side : sides) {
      Tensor own = logits.narrow(1, next, side.classes());
      sum = sum.add(new CrossEntropy().of(own, targets.narrow(1, next, side.classes())));
      next += side.classes();
    }
    return sum;
  }
}
