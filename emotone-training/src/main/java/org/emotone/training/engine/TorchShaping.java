package org.emotone.training.engine;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Shaping;

/** {@link Shaping} with LibTorch. */
interface TorchShaping extends Shaping<Tensor> {

  @Override
  default long[] shape(Tensor x) {
    return x.shape();
  }

  @Override
  default Tensor concatenate(List<Tensor> parts, int dimension) {
    return torch.cat(new TensorVector(parts.toArray(Tensor[]::new)), dimension);
  }

  @Override
  default Tensor permute(Tensor x, int... order) {
    return x.permute(Arrays.stream(order).asLongStream().toArray());
  }

  @Override
  default Tensor unsqueeze(Tensor x, int dimension) {
    return x.unsqueeze(dimension);
  }

  @Override
  default Tensor flatten(Tensor x, int first, int last) {
    return x.flatten(first, last);
  }

  @Override
  default Tensor unflatten(Tensor x, int dimension, int... extents) {
    return x.unflatten(dimension, Arrays.stream(extents).asLongStream().toArray());
  }

  @Override
  default Tensor slice(Tensor x, int dimension, int start, int end) {
    return x.narrow(dimension, start, end - start);
  }

  @Override
  default Tensor fixed(Tensor x, int dimension, int extent) {
    if (x.shape()[dimension] != extent) {
      throw new TrainingException(
          "The network takes inputs of "
              + extent
              + " frames, this one has "
              + x.shape()[dimension]);
    }
    return x;
  }

  @Override
  default Tensor mergeBatch(Tensor x) {
    return x.flatten(0, 1);
  }

  @Override
  default Tensor splitBatch(Tensor x, Tensor like) {
    return x.unflatten(0, like.shape()[0], like.shape()[1]);
  }
}
