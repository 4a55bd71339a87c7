package org.emotone.training.optimiser;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The steps of {@link Sgd}. */
final class SgdSteps extends Steps {

  private final Sgd options;
  private final List<Tensor> velocities;

  SgdSteps(Sgd options, List<Tensor> parameters) {
    super(parameters);
    this.options = options;
    this.velocities = options.momentum() > 0 ? moment("velocity", 0) : List.of();
  }

  @Override
  void move(int i, Tensor parameter, Tensor given, double learningRate) {
    Tensor gradient = withDecay(given, parameter, options.weightDecay());
    Tensor direction = gradient;
    if (options.momentum() > 0) {
      Tensor velocity = velocities.get(i);
      velocity.mul_(new Scalar(options.momentum())).add_(gradient);
      direction =
          options.nesterov() ? gradient.add(velocity, new Scalar(options.momentum())) : velocity;
    }
    parameter.add_(direction, new Scalar(-learningRate));
  }
}
