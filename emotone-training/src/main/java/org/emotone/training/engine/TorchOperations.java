package org.emotone.training.engine;

import java.util.Map;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Operations;
import org.emotone.network.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Computes a network with LibTorch's functional operations.
 *
 * <p>Results belong to the {@link PointerScope} that is open on the calling thread.
 */
final class TorchOperations
    implements Operations<Tensor>, TorchArithmetic, TorchWindowing, TorchShaping, TorchSequences {

  private final Map<String, Tensor> parameters;
  private final boolean training;
  private final int averaged;

  /**
   * An interpreter.
   *
   * @param parameters by name, all that the network declares
   * @param training whether dropout drops, and batches are normalised by their own statistics where
   *     normalisation is not frozen (its weight takes a gradient)
   */
  TorchOperations(Map<String, Tensor> parameters, boolean training) {
    this(parameters, training, 0);
  }

  private TorchOperations(Map<String, Tensor> parameters, boolean training, int averaged) {
    this.parameters = parameters;
    this.training = training;
    this.averaged = averaged;
  }

  /**
   * An interpreter that trains, but whose running statistics of batch normalisation become the
   * plain means over batches, of which this is the {@code n}th, from 1.
   */
  static TorchOperations averaging(Map<String, Tensor> parameters, int n) {
    return new TorchOperations(parameters, true, n);
  }

  @Override
  public Tensor parameter(Parameter parameter) {
    Tensor tensor = parameters.get(parameter.name());
    if (tensor == null) {
      throw new IllegalStateException("There are no weights for " + parameter.name());
    }
    return tensor;
  }

  @Override
  public Tensor batchNorm(
      Tensor x,
      Tensor weight,
      Tensor bias,
      Tensor runningMean,
      Tensor runningVariance,
      @Nullable Tensor lengths,
      double momentum,
      double epsilon) {
    boolean learning = training && weight.requires_grad();
    double share = averaged == 0 ? momentum : 1.0 / averaged;
    if (learning && lengths != null) {
      return partialBatchNorm(
          x, weight, bias, runningMean, runningVariance, lengths, share, epsilon);
    }
    return torch.batch_norm(
        x,
        TorchArithmetic.optional(weight),
        TorchArithmetic.optional(bias),
        TorchArithmetic.optional(runningMean),
        TorchArithmetic.optional(runningVariance),
        learning,
        share,
        epsilon,
        false);
  }

  /** By the statistics of what is not padding; the running variance is the unbiased one. */
  private static Tensor partialBatchNorm(
      Tensor x,
      Tensor weight,
      Tensor bias,
      Tensor runningMean,
      Tensor runningVariance,
      Tensor lengths,
      double momentum,
      double epsilon) {
    int last = Math.toIntExact(x.dim() - 1);
    Tensor beyond = TorchSequences.beyond(x, lengths, last);
    long[] others = LongStream.rangeClosed(0, last).filter(d -> d != 1).toArray();
    double copies = (double) x.numel() / x.shape()[0] / x.shape()[1] / x.shape()[last];
    double count = lengths.sum().item_double() * copies;
    Tensor mean = sum(x.masked_fill(beyond, new Scalar(0)), others).div(new Scalar(count));
    Tensor centred = x.sub(mean);
    Tensor squares = centred.mul(centred).masked_fill(beyond, new Scalar(0));
    Tensor variance = sum(squares, others).div(new Scalar(count));
    try (NoGradGuard guard = new NoGradGuard()) {
      double unbiased = count / Math.max(1, count - 1);
      runningMean.lerp_(mean.reshape(-1), new Scalar(momentum));
      runningVariance.lerp_(variance.reshape(-1).mul(new Scalar(unbiased)), new Scalar(momentum));
    }
    long[] wide = mean.shape();
    Tensor scale = weight.reshape(wide).div(variance.add(new Scalar(epsilon)).sqrt());
    return centred.mul(scale).add(bias.reshape(wide));
  }

  private static Tensor sum(Tensor x, long... dimensions) {
    return torch.sum(x, dimensions, true, new ScalarTypeOptional());
  }

  @Override
  public Tensor dropout(Tensor x, double rate, boolean channels) {
    if (!training) {
      return x;
    }
    return channels ? torch.feature_dropout(x, rate, true) : torch.dropout(x, rate, true);
  }
}
