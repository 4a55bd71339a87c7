package org.emotone.training.optimiser;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The steps of {@link Adagrad}. */
final class AdagradSteps extends Steps {

  private final Adagrad options;
  private final List<Tensor> sums;

  AdagradSteps(Adagrad options, List<Tensor> parameters) {
    super(parameters);
    this.options = options;
    this.sums = moment("sum", options.initialSum());
  }

  @Override
  void move(int i, Tensor parameter, Tensor given, double learningRate) {
    Tensor gradient = withDecay(given, parameter, options.weightDecay());
    Tensor sum = sums.get(i);
    sum.addcmul_(gradient, gradient, new Scalar(1));
    Tensor root = root(sum, options.epsilon(), options.epsilonPlace());
    parameter.addcdiv_(gradient, root, new Scalar(-learningRate));
  }
}
