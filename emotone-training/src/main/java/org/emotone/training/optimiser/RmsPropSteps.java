package org.emotone.training.optimiser;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The steps of {@link RmsProp}. */
final class RmsPropSteps extends Steps {

  private final RmsProp options;
  private final List<Tensor> squares = moment("square", 0);
  private final List<Tensor> means;
  private final List<Tensor> velocities;

  RmsPropSteps(RmsProp options, List<Tensor> parameters) {
    super(parameters);
    this.options = options;
    this.means = options.centred() ? moment("mean", 0) : List.of();
    this.velocities = options.momentum() > 0 ? moment("velocity", 0) : List.of();
  }

  @Override
  void move(int i, Tensor parameter, Tensor given, double learningRate) {
    Tensor gradient = withDecay(given, parameter, options.weightDecay());
    Tensor square = squares.get(i);
    square.mul_(new Scalar(options.rho()));
    square.addcmul_(gradient, gradient, new Scalar(1 - options.rho()));
    Tensor root = root(variance(i, gradient, square), options.epsilon(), options.epsilonPlace());
    if (options.momentum() > 0) {
      Tensor velocity = velocities.get(i);
      velocity.mul_(new Scalar(options.momentum())).addcdiv_(gradient, root);
      parameter.add_(velocity, new Scalar(-learningRate));
    } else {
      parameter.addcdiv_(gradient, root, new Scalar(-learningRate));
    }
  }

  private Tensor variance(int i, Tensor gradient, Tensor square) {
    if (!options.centred()) {
      return square;
    }
    Tensor mean = means.get(i);
    mean.lerp_(gradient, new Scalar(1 - options.rho()));
    // Rounding can take the difference below zero, where it has no root.
    return square.addcmul(mean, mean, new Scalar(-1)).clamp_min_(new Scalar(0));
  }
}
