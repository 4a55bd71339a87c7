package org.emotone.training.optimiser;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The steps of {@link Adam} and {@link AdamW}, which differ in how weights decay. */
final class AdamSteps extends Steps {

  private final AdamW options;
  private final boolean decoupled;
  private final long[] began;
  private final List<Tensor> means = moment("mean", 0);
  private final List<Tensor> squares = moment("square", 0);

  AdamSteps(AdamW options, List<Tensor> parameters, long[] began) {
    super(parameters);
    this.began = began.clone();
    this.options = options;
    this.decoupled = true;
  }

  AdamSteps(Adam options, List<Tensor> parameters, long[] began) {
    super(parameters);
    this.began = began.clone();
    this.options =
        new AdamW(
            options.learningRate(),
            options.weightDecay(),
            options.beta1(),
            options.beta2(),
            options.epsilon());
    this.decoupled = false;
  }

  @Override
  void move(int i, Tensor parameter, Tensor given, double learningRate) {
    Tensor gradient = decoupled ? given : withDecay(given, parameter, options.weightDecay());
    if (decoupled && options.weightDecay() > 0 && decays(parameter)) {
      parameter.mul_(new Scalar(1 - learningRate * options.weightDecay()));
    }
    Tensor mean = means.get(i);
    Tensor square = squares.get(i);
    mean.lerp_(gradient, new Scalar(1 - options.beta1()));
    square.mul_(new Scalar(options.beta2()));
    square.addcmul_(gradient, gradient, new Scalar(1 - options.beta2()));
    double meanBias = 1 - Math.pow(options.beta1(), (double) (taken() - began[i]));
    double squareBias = Math.sqrt(1 - Math.pow(options.beta2(), (double) (taken() - began[i])));
    Tensor root = square.sqrt();
    root.div_(new Scalar(squareBias));
    root.add_(new Scalar(options.epsilon()));
    parameter.addcdiv_(mean, root, new Scalar(-learningRate / meanBias));
  }
}
