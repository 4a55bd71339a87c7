package org.emotone.training.engine;

import java.util.List;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.network.Penalty;

/** What a network's layers hold against the size of their weights. */
final class Penalties {

  private static final double SMALLEST_NORM = 1e-7;

  private final List<Parameter> summed;
  private final List<Parameter> limited;

  Penalties(Network network) {
    List<Parameter> all = network.parameters();
    summed = all.stream().filter(p -> p.penalty().l1() > 0 || p.penalty().l2() > 0).toList();
    limited = all.stream().filter(p -> p.penalty().maxNorm() > 0).toList();
  }

  /** A loss and what the weights add to it. */
  Tensor add(Tensor loss, Weights weights) {
    Tensor sum = loss;
    for (Parameter parameter : summed) {
      Tensor weight = weights.get(parameter.name());
      Penalty penalty = parameter.penalty();
      if (penalty.l1() > 0) {
        sum = sum.add(torch.abs(weight).sum().mul(new Scalar(penalty.l1())));
      }
      if (penalty.l2() > 0) {
        sum = sum.add(weight.mul(weight).sum().mul(new Scalar(penalty.l2())));
      }
    }
    return sum;
  }

  /** Scales down the weights of units whose norm is above their limit. */
  void limit(Weights weights) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      for (Parameter parameter : limited) {
        Tensor weight = weights.get(parameter.name());
        long[] inputs =
            LongStream.range(0, weight.dim())
                .filter(dimension -> dimension != parameter.unitDimension())
                .toArray();
        Tensor norms = weight.norm(new ScalarOptional(new Scalar(2)), inputs, true);
        Tensor allowed = torch.clamp_max(norms, new Scalar(parameter.penalty().maxNorm()));
        weight.mul_(allowed.div(torch.clamp_min(norms, new Scalar(SMALLEST_NORM))));
      }
    }
  }
}
