package org.emotone.training.engine;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Activation;
import org.emotone.network.Arithmetic;
import org.jspecify.annotations.Nullable;

/** {@link Arithmetic} with LibTorch. */
interface TorchArithmetic extends Arithmetic<Tensor> {

  @Override
  default Tensor constant(org.emotone.network.Tensor values) {
    return Tensors.toTorch(values);
  }

  @Override
  default Tensor add(Tensor x, Tensor y) {
    return x.add(y);
  }

  @Override
  default Tensor subtract(Tensor x, Tensor y) {
    return x.sub(y);
  }

  @Override
  default Tensor multiply(Tensor x, Tensor y) {
    return x.mul(y);
  }

  @Override
  default Tensor divide(Tensor x, Tensor y) {
    return x.div(y);
  }

  @Override
  default Tensor power(Tensor x, Tensor y) {
    return x.pow(y);
  }

  @Override
  default Tensor elementwise(Tensor x, Elementwise function) {
    return switch (function) {
      case EXPONENTIAL -> torch.exp(x);
      case LOGARITHM -> torch.log(x);
      case SINE -> torch.sin(x);
      case COSINE -> torch.cos(x);
      case MAGNITUDE -> torch.abs(x);
    };
  }

  @Override
  default Tensor activation(Tensor x, Activation.Function function) {
    return switch (function) {
      case RELU -> torch.relu(x);
      case ELU -> torch.elu(x);
      case TANH -> torch.tanh(x);
      case SIGMOID -> torch.sigmoid(x);
      case GELU -> torch.gelu(x);
      case SILU -> torch.silu(x);
      case LEAKY_RELU -> torch.leaky_relu(x);
      case RELU6 -> clamp(x, 0, 6);
      case SOFTPLUS -> torch.softplus(x);
      case SOFTMAX -> softmax(x, 1);
    };
  }

  @Override
  default Tensor squareRoot(Tensor x, double floor) {
    return torch.sqrt(torch.clamp_min(x, new Scalar(floor)));
  }

  @Override
  default Tensor clamp(Tensor x, double low, double high) {
    return torch.clamp(
        x, new ScalarOptional(new Scalar(low)), new ScalarOptional(new Scalar(high)));
  }

  @Override
  default Tensor dense(Tensor x, Tensor weight, @Nullable Tensor bias) {
    return torch.linear(x, weight, optional(bias));
  }

  @Override
  default Tensor matrixProduct(Tensor x, Tensor y) {
    return torch.matmul(x, y);
  }

  @Override
  default Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
    return torch.layer_norm(x, weight.shape(), optional(weight), optional(bias), epsilon, false);
  }

  @Override
  default Tensor mean(Tensor x, int... dimensions) {
    return torch.mean(x, longs(dimensions), false, new ScalarTypeOptional());
  }

  @Override
  default Tensor sum(Tensor x, int dimension) {
    return torch.sum(x, new long[] {dimension}, false, new ScalarTypeOptional());
  }

  @Override
  default Tensor maximum(Tensor x, int... dimensions) {
    return torch.amax(x, longs(dimensions), false);
  }

  @Override
  default Tensor softmax(Tensor x, int dimension) {
    return torch.softmax(x, dimension);
  }

  /** What LibTorch takes for a tensor that may be missing. */
  static TensorOptional optional(@Nullable Tensor tensor) {
    return tensor == null ? new TensorOptional() : new TensorOptional(tensor);
  }

  private static long[] longs(int... numbers) {
    return Arrays.stream(numbers).asLongStream().toArray();
  }
}
