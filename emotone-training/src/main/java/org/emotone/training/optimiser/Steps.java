package org.emotone.training.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The steps that an optimiser takes, and what it remembers between them.
 *
 * <p>The moments outlive the scope in which they were made, until {@link #close}.
 */
public abstract sealed class Steps implements AutoCloseable
    permits AdamSteps, SgdSteps, RmsPropSteps, AdagradSteps {

  private final List<Tensor> parameters;
  private final Map<String, List<Tensor>> moments = new LinkedHashMap<>();
  private long taken;

  /** Will move parameters. */
  Steps(List<Tensor> parameters) {
    this.parameters = List.copyOf(parameters);
  }

  /** Begins an optimiser that moves all parameters from the first step. */
  public static Steps of(Optimiser optimiser, List<Tensor> parameters) {
    return of(optimiser, parameters, new long[parameters.size()]);
  }

  /**
   * Begins an optimiser.
   *
   * @param parameters that it moves, of floats
   * @param began the steps after which each parameter starts to move
   */
  public static Steps of(Optimiser optimiser, List<Tensor> parameters, long[] began) {
    if (optimiser instanceof AdamW adamW) {
      return new AdamSteps(adamW, parameters, began);
    }
    if (optimiser instanceof Adam adam) {
      return new AdamSteps(adam, parameters, began);
    }
    if (optimiser instanceof RmsProp rmsProp) {
      return new RmsPropSteps(rmsProp, parameters);
    }
    if (optimiser instanceof Adagrad adagrad) {
      return new AdagradSteps(adagrad, parameters);
    }
    return new SgdSteps((Sgd) optimiser, parameters);
  }

  /** Steps taken so far. */
  public final long taken() {
    return taken;
  }

  /** What is remembered, by kind: one tensor for each parameter, in their order. */
  public final Map<String, List<Tensor>> moments() {
    return Collections.unmodifiableMap(moments);
  }

  /** Goes on after so many steps; the caller has filled the moments. */
  public final void resume(long steps) {
    taken = steps;
  }

  /**
   * Moves the parameters.
   *
   * @param gradients in the order of the parameters
   * @param learningRate of this step
   */
  public final void step(TensorVector gradients, double learningRate, GradientClip clip) {
    double[] rates = new double[parameters.size()];
    Arrays.fill(rates, 1);
    step(gradients, learningRate, clip, rates);
  }

  /**
   * Moves the parameters, each at a rate of its own.
   *
   * @param gradients of those parameters whose rate is not 0, in their order
   * @param learningRate of this step
   * @param rates factors of the learning rate, in the order of the parameters
   */
  public final void step(
      TensorVector gradients, double learningRate, GradientClip clip, double[] rates) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      taken++;
      Iterator<Tensor> clipped = clip.apply(gradients).iterator();
      for (int i = 0; i < parameters.size(); i++) {
        if (rates[i] != 0) {
          move(i, parameters.get(i), clipped.next(), learningRate * rates[i]);
        }
      }
    }
  }

  /** Moves the parameter with an index; the step that is being taken is counted already. */
  abstract void move(int i, Tensor parameter, Tensor gradient, double learningRate);

  /** Adds a kind of moment, which begins with a value everywhere. */
  final List<Tensor> moment(String kind, double first) {
    List<Tensor> tensors = new ArrayList<>();
    for (Tensor parameter : parameters) {
      Tensor tensor = torch.full_like(parameter, new Scalar(first));
      tensor.retainReference();
      tensors.add(tensor);
    }
    moments.put(kind, tensors);
    return tensors;
  }

  /** Whether a parameter decays: the weights of normalisation and biases do not. */
  static boolean decays(Tensor parameter) {
    return parameter.dim() > 1;
  }

  /** The gradient of the loss with half the squared weights, times {@code decay}, added to it. */
  static Tensor withDecay(Tensor gradient, Tensor parameter, double decay) {
    return decay > 0 && decays(parameter) ? gradient.add(parameter, new Scalar(decay)) : gradient;
  }

  /** The root of squares, kept from being zero. */
  static Tensor root(Tensor squares, double epsilon, EpsilonPlace place) {
    return place == EpsilonPlace.INSIDE
        ? squares.add(new Scalar(epsilon)).sqrt_()
        : squares.sqrt().add_(new Scalar(epsilon));
  }

  @Override
  public final void close() {
    moments.values().forEach(tensors -> tensors.forEach(Tensor::releaseReference));
  }
}
