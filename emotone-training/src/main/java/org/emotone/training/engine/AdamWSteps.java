package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The steps of {@link AdamW}, as LibTorch's own optimiser takes them.
 *
 * <p>LibTorch's is not used because its Java interface gives no hold on the two moments, which a
 * checkpoint must keep.
 */
final class AdamWSteps implements AutoCloseable {

  private final AdamW options;
  private final List<Tensor> parameters;
  private final List<Tensor> means = new ArrayList<>();
  private final List<Tensor> squares = new ArrayList<>();
  private final long[] began;
  private long steps;

  /** Starts with moments of zero, all parameters at once. */
  AdamWSteps(AdamW options, List<Tensor> parameters) {
    this(options, parameters, new long[parameters.size()]);
  }

  /**
   * Starts with moments of zero.
   *
   * @param began the steps after which each parameter starts to learn
   */
  AdamWSteps(AdamW options, List<Tensor> parameters, long[] began) {
    this.began = began.clone();
    this.options = options;
    this.parameters = parameters;
    for (Tensor parameter : parameters) {
      means.add(Tensors.keep(Tensors.zerosLike(parameter)));
      squares.add(Tensors.keep(Tensors.zerosLike(parameter)));
    }
  }

  /** Steps taken so far. */
  long steps() {
    return steps;
  }

  /** Running means of the gradients, in the order of the parameters. */
  List<Tensor> means() {
    return means;
  }

  /** Running means of the squared gradients, in the order of the parameters. */
  List<Tensor> squares() {
    return squares;
  }

  /** Goes on after {@code steps} steps; the caller has copied the moments. */
  void resume(long steps) {
    this.steps = steps;
  }

  /**
   * Moves the parameters.
   *
   * @param gradients in the order of the parameters
   * @param learningRate of this step
   * @param clip greatest norm of all gradients together, 0 for no limit
   */
  void step(TensorVector gradients, double learningRate, double clip) {
    double[] rates = new double[parameters.size()];
    Arrays.fill(rates, 1);
    step(gradients, learningRate, clip, rates);
  }

  /**
   * Moves the parameters, each at a rate of its own.
   *
   * @param gradients of those parameters whose rate is not 0, in their order
   * @param learningRate of this step
   * @param clip greatest norm of all gradients together, 0 for no limit
   * @param rates factors of the learning rate, in the order of the parameters
   */
  void step(TensorVector gradients, double learningRate, double clip, double[] rates) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      steps++;
      double scale = clip == 0 ? 1 : Math.min(1, clip / (norm(gradients) + 1e-6));
      int next = 0;
      for (int i = 0; i < parameters.size(); i++) {
        if (rates[i] == 0) {
          continue;
        }
        Tensor gradient = gradients.get(next++);
        if (scale < 1) {
          gradient = gradient.mul(new Scalar(scale));
        }
        move(i, gradient, learningRate * rates[i]);
      }
    }
  }

  private void move(int i, Tensor gradient, double learningRate) {
    Tensor parameter = parameters.get(i);
    if (options.weightDecay() > 0 && parameter.dim() > 1) {
      parameter.mul_(new Scalar(1 - learningRate * options.weightDecay()));
    }
    Tensor mean = means.get(i);
    Tensor square = squares.get(i);
    mean.lerp_(gradient, new Scalar(1 - options.beta1()));
    square.mul_(new Scalar(options.beta2()));
    square.addcmul_(gradient, gradient, new Scalar(1 - options.beta2()));
    double meanBias = 1 - Math.pow(options.beta1(), (double) (steps - began[i]));
    double squareBias = Math.sqrt(1 - Math.pow(options.beta2(), (double) (steps - began[i])));
    Tensor root = square.sqrt();
    root.div_(new Scalar(squareBias));
    root.add_(new Scalar(options.epsilon()));
    parameter.addcdiv_(mean, root, new Scalar(-learningRate / meanBias));
  }

  private static double norm(TensorVector gradients) {
    Tensor[] norms = new Tensor[Math.toIntExact(gradients.size())];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = gradients.get(i).norm();
    }
    return torch.stack(new TensorVector(norms)).norm().item_double();
  }

  @Override
  public void close() {
    means.forEach(Tensor::releaseReference);
    squares.forEach(Tensor::releaseReference);
  }
}
