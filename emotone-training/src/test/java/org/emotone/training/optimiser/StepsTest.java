package org.emotone.training.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdagradOptions;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.RMSprop;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.training.engine.LibTorch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the optimisers of LibTorch 2.10, and by hand where LibTorch has none. */
class StepsTest {

  private static final double RATE = 0.01;

  private final SplittableRandom random = new SplittableRandom(1);

  @BeforeAll
  static void loadLibTorch() {
    LibTorch.require();
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        pair(new AdamW(RATE, 0.1, 0.9, 0.999, 1e-8), StepsTest::adamW),
        pair(new Adam(RATE, 0.1, 0.9, 0.999, 1e-8), StepsTest::adam),
        pair(new Sgd(RATE, 0, false, 0.1), p -> sgd(p, 0, false)),
        pair(new Sgd(RATE, 0.9, false, 0.1), p -> sgd(p, 0.9, false)),
        pair(new Sgd(RATE, 0.9, true, 0.1), p -> sgd(p, 0.9, true)),
        pair(rmsProp(0, false), p -> rmsProp(p, 0, false)),
        pair(rmsProp(0.5, false), p -> rmsProp(p, 0.5, false)),
        pair(rmsProp(0.5, true), p -> rmsProp(p, 0.5, true)),
        pair(new Adagrad(RATE, 0.2, 1e-10, EpsilonPlace.OUTSIDE, 0.1), StepsTest::adagrad));
  }

  private static Arguments pair(Optimiser ours, Function<TensorVector, Optimizer> theirs) {
    return Arguments.of(ours, theirs);
  }

  private static Optimizer adamW(TensorVector parameters) {
    AdamWOptions options = new AdamWOptions(RATE);
    options.weight_decay().put(0.1);
    return new org.bytedeco.pytorch.AdamW(parameters, options);
  }

  private static Optimizer adam(TensorVector parameters) {
    AdamOptions options = new AdamOptions(RATE);
    options.weight_decay().put(0.1);
    return new org.bytedeco.pytorch.Adam(parameters, options);
  }

  private static Optimizer sgd(TensorVector parameters, double momentum, boolean nesterov) {
    SGDOptions options = new SGDOptions(RATE);
    options.momentum().put(momentum);
    options.nesterov().put(nesterov);
    options.weight_decay().put(0.1);
    return new SGD(parameters, options);
  }

  private static RmsProp rmsProp(double momentum, boolean centred) {
    return new RmsProp(RATE, 0.95, momentum, centred, 1e-8, EpsilonPlace.OUTSIDE, 0.1);
  }

  private static Optimizer rmsProp(TensorVector parameters, double momentum, boolean centred) {
    RMSpropOptions options = new RMSpropOptions(RATE);
    options.alpha().put(0.95);
    options.eps().put(1e-8);
    options.momentum().put(momentum);
    options.centered().put(centred);
    options.weight_decay().put(0.1);
    return new RMSprop(parameters, options);
  }

  private static Optimizer adagrad(TensorVector parameters) {
    AdagradOptions options = new AdagradOptions(RATE);
    options.initial_accumulator_value().put(0.2);
    options.weight_decay().put(0.1);
    return new org.bytedeco.pytorch.Adagrad(parameters, options);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void stepsAreThoseOfLibTorch(Optimiser ours, Function<TensorVector, Optimizer> theirs) {
    try (PointerScope scope = new PointerScope()) {
      float[] first = values(12);
      Tensor own = tensor(first, 3, 4);
      Tensor reference = tensor(first, 3, 4).set_requires_grad(true);
      Optimizer optimiser = theirs.apply(new TensorVector(reference));
      try (Steps steps = Steps.of(ours, List.of(own))) {
        for (int i = 0; i < 20; i++) {
          Tensor gradient = tensor(values(12), 3, 4);
          reference.mutable_grad().put(gradient.clone());
          optimiser.step();
          steps.step(new TensorVector(gradient), RATE, GradientClip.NONE);
        }
        assertThat(steps.taken()).isEqualTo(20);
        assertThat(floats(own)).isNotEqualTo(first);
        assertThat(floats(own)).containsExactly(floats(reference), within(2e-6f));
      }
    }
  }

  @Test
  void rmsPropAndAdagradWithTheirEpsilonUnderTheRootAreKeras() {
    // Two steps by hand with g = 0.5, then −1, from w = 1, at ε = 0.01.
    double one = 0.1 * 0.25;
    double two = 0.9 * one + 0.1;
    double rms = 1 - RATE * 0.5 / Math.sqrt(one + 0.01) + RATE / Math.sqrt(two + 0.01);
    assertThat(twoSteps(new RmsProp(RATE, 0.9, 0, false, 0.01, EpsilonPlace.INSIDE, 0)))
        .isCloseTo((float) rms, within(1e-6f));
    double sum = 1 - RATE * 0.5 / Math.sqrt(0.1 + 0.25 + 0.01) + RATE / Math.sqrt(1.35 + 0.01);
    assertThat(twoSteps(new Adagrad(RATE, 0.1, 0.01, EpsilonPlace.INSIDE, 0)))
        .isCloseTo((float) sum, within(1e-6f));
  }

  private static float twoSteps(Optimiser optimiser) {
    try (PointerScope scope = new PointerScope()) {
      Tensor weight = tensor(new float[] {1}, 1);
      try (Steps steps = Steps.of(optimiser, List.of(weight))) {
        for (float gradient : new float[] {0.5f, -1}) {
          steps.step(new TensorVector(tensor(new float[] {gradient}, 1)), RATE, GradientClip.NONE);
        }
      }
      return floats(weight)[0];
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void goneOnWithFromItsMomentsItMovesAsIfUninterrupted(Optimiser optimiser) {
    try (PointerScope scope = new PointerScope()) {
      Tensor whole = tensor(values(4), 2, 2);
      Tensor parted = whole.clone();
      try (Steps one = Steps.of(optimiser, List.of(whole));
          Steps two = Steps.of(optimiser, List.of(parted));
          Steps three = Steps.of(optimiser, List.of(parted))) {
        for (int i = 0; i < 6; i++) {
          if (i == 3) {
            two.moments()
                .forEach(
                    (kind, from) ->
                        Objects.requireNonNull(three.moments().get(kind))
                            .get(0)
                            .copy_(from.get(0)));
            three.resume(two.taken());
          }
          Tensor gradient = tensor(values(4), 2, 2);
          one.step(new TensorVector(gradient), RATE, GradientClip.NONE);
          (i < 3 ? two : three).step(new TensorVector(gradient), RATE, GradientClip.NONE);
        }
      }
      assertThat(floats(parted)).containsExactly(floats(whole));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void aParameterThatBeginsLaterMovesAsOneThatBeginsThen(Optimiser optimiser) {
    try (PointerScope scope = new PointerScope()) {
      Tensor late = tensor(values(4), 2, 2);
      Tensor fresh = late.clone();
      Tensor other = tensor(values(4), 2, 2);
      try (Steps both = Steps.of(optimiser, List.of(late, other), new long[] {3, 0});
          Steps alone = Steps.of(optimiser, List.of(fresh))) {
        for (int i = 0; i < 6; i++) {
          Tensor gradient = tensor(values(4), 2, 2);
          Tensor noise = tensor(values(4), 2, 2);
          if (i < 3) {
            both.step(new TensorVector(noise), RATE, GradientClip.NONE, new double[] {0, 1});
          } else {
            double[] rates = {0.5, 1};
            both.step(new TensorVector(gradient, noise), RATE, GradientClip.NONE, rates);
            alone.step(new TensorVector(gradient), RATE / 2, GradientClip.NONE);
          }
        }
      }
      assertThat(floats(late)).containsExactly(floats(fresh));
    }
  }

  @Test
  void clippingScalesAllGradientsToTheGivenNorm() {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> clipped = new GradientClip(1, 0).apply(new TensorVector(pair(2, 0), pair(4, 0)));
      assertThat(floats(clipped.get(0))[0]).isCloseTo((float) (2 / Math.sqrt(20)), within(1e-5f));
      assertThat(floats(clipped.get(1))[0]).isCloseTo((float) (4 / Math.sqrt(20)), within(1e-5f));
    }
  }

  @Test
  void clippingByValueLimitsEachAndComesBeforeTheNorm() {
    try (PointerScope scope = new PointerScope()) {
      TensorVector gradients = new TensorVector(pair(0.5f, -7));
      assertThat(floats(new GradientClip(0, 2).apply(gradients).get(0))).containsExactly(0.5f, -2);
      double norm = Math.sqrt(0.25 + 4);
      assertThat(floats(new GradientClip(1, 2).apply(gradients).get(0)))
          .containsExactly(new float[] {(float) (0.5 / norm), (float) (-2 / norm)}, within(1e-5f));
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void biasesAndNormalisationDoNotDecay(Optimiser optimiser) {
    try (PointerScope scope = new PointerScope()) {
      Tensor weight = torch.ones(2, 2);
      Tensor bias = torch.ones(2);
      try (Steps steps = Steps.of(optimiser, List.of(weight, bias))) {
        steps.step(new TensorVector(torch.zeros(2, 2), torch.zeros(2)), RATE, GradientClip.NONE);
      }
      assertThat(floats(weight)[3]).isLessThan(1);
      assertThat(floats(bias)).containsOnly(1f);
    }
  }

  private static Tensor pair(float one, float two) {
    return tensor(new float[] {one, two}, 2);
  }

  private static Tensor tensor(float[] values, long... shape) {
    Tensor tensor = torch.empty(shape);
    tensor.data_ptr_float().put(values);
    return tensor;
  }

  private static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    tensor.contiguous().data_ptr_float().get(values);
    return values;
  }

  private float[] values(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
