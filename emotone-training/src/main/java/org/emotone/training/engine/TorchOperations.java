package org.emotone.training.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Activation;
import org.emotone.network.Operations;
import org.emotone.network.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Computes a network with LibTorch's functional operations.
 *
 * <p>Results belong to the {@link org.bytedeco.javacpp.PointerScope} that is open on the calling
 * thread.
 */
final class TorchOperations implements Operations<Tensor> {

  private final Map<String, Tensor> parameters;
  private final boolean training;

  /**
   * An interpreter.
   *
   * @param parameters by name, all that the network declares
   * @param training whether dropout drops and batches are normalised by their own statistics
   */
  TorchOperations(Map<String, Tensor> parameters, boolean training) {
    this.parameters = parameters;
    this.training = training;
  }

  @Override
  public long[] shape(Tensor x) {
    return x.shape();
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
  public Tensor convolution(
      Tensor x,
      Tensor weight,
      @Nullable Tensor bias,
      List<Integer> stride,
      List<Integer> padding,
      List<Integer> dilation,
      int groups) {
    if (stride.size() == 1) {
      return torch.conv1d(
          x, weight, optional(bias), longs(stride), longs(padding), longs(dilation), groups);
    }
    // With channels innermost in memory, a training step of a small residual CNN takes 15 to 30 %
    // less processor time, because its many thin planes vectorise over channels.
    return torch.conv2d(
        x.contiguous(torch.MemoryFormat.ChannelsLast),
        weight,
        optional(bias),
        longs(stride),
        longs(padding),
        longs(dilation),
        groups);
  }

  @Override
  public Tensor batchNorm(
      Tensor x,
      Tensor weight,
      Tensor bias,
      Tensor runningMean,
      Tensor runningVariance,
      double momentum,
      double epsilon) {
    return torch.batch_norm(
        x,
        optional(weight),
        optional(bias),
        optional(runningMean),
        optional(runningVariance),
        training,
        momentum,
        epsilon,
        false);
  }

  @Override
  public Tensor dense(Tensor x, Tensor weight, @Nullable Tensor bias) {
    return torch.linear(x, weight, optional(bias));
  }

  @Override
  public Tensor activation(Tensor x, Activation.Function function) {
    return switch (function) {
      case RELU -> torch.relu(x);
      case ELU -> torch.elu(x);
      case TANH -> torch.tanh(x);
      case SIGMOID -> torch.sigmoid(x);
    };
  }

  @Override
  public Tensor maxPool(
      Tensor x, List<Integer> kernel, List<Integer> stride, List<Integer> padding) {
    long[] dilation = new long[kernel.size()];
    Arrays.fill(dilation, 1);
    return kernel.size() == 1
        ? torch.max_pool1d(x, longs(kernel), longs(stride), longs(padding), dilation, false)
        : torch.max_pool2d(x, longs(kernel), longs(stride), longs(padding), dilation, false);
  }

  @Override
  public Tensor averagePool(Tensor x, List<Integer> kernel, List<Integer> stride) {
    long[] padding = new long[kernel.size()];
    return kernel.size() == 1
        ? torch.avg_pool1d(x, longs(kernel), longs(stride), padding, false, true)
        : torch.avg_pool2d(
            x, longs(kernel), longs(stride), padding, false, true, new LongOptional());
  }

  @Override
  public Tensor dropout(Tensor x, double rate) {
    return training ? torch.dropout(x, rate, true) : x;
  }

  @Override
  public Tensor mean(Tensor x, int... dimensions) {
    return torch.mean(
        x, Arrays.stream(dimensions).asLongStream().toArray(), false, new ScalarTypeOptional());
  }

  @Override
  public Tensor sum(Tensor x, int dimension) {
    return torch.sum(x, new long[] {dimension}, false, new ScalarTypeOptional());
  }

  @Override
  public Tensor softmax(Tensor x, int dimension) {
    return torch.softmax(x, dimension);
  }

  @Override
  public Tensor add(Tensor x, Tensor y) {
    return x.add(y);
  }

  @Override
  public Tensor subtract(Tensor x, Tensor y) {
    return x.sub(y);
  }

  @Override
  public Tensor multiply(Tensor x, Tensor y) {
    return x.mul(y);
  }

  @Override
  public Tensor squareRoot(Tensor x, double floor) {
    return torch.sqrt(torch.clamp_min(x, new Scalar(floor)));
  }

  @Override
  public Tensor concatenate(List<Tensor> parts, int dimension) {
    return torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), dimension);
  }

  @Override
  public Tensor permute(Tensor x, int... order) {
    return x.permute(Arrays.stream(order).asLongStream().toArray());
  }

  @Override
  public Tensor unsqueeze(Tensor x, int dimension) {
    return x.unsqueeze(dimension);
  }

  @Override
  public Tensor flatten(Tensor x, int first, int last) {
    return x.flatten(first, last);
  }

  private static TensorOptional optional(@Nullable Tensor tensor) {
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
  }

  private static long[] longs(List<Integer> numbers) {
    return numbers.stream().mapToLong(Integer::longValue).toArray();
  }
}
