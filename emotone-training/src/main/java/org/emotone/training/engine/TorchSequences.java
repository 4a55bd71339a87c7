package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Sequences;

/** {@link Sequences} with LibTorch. */
interface TorchSequences extends Sequences<Tensor> {

  /** Steps that are smoothed in one product of matrices. */
  int BLOCK = 64;

  @Override
  default Tensor recurrent(
      Tensor x,
      Cell cell,
      Tensor inputWeight,
      Tensor recurrentWeight,
      Tensor inputBias,
      Tensor recurrentBias) {
    Tensor state = torch.zeros(1, x.shape()[0], recurrentWeight.shape()[1]);
    TensorVector weights = new TensorVector(inputWeight, recurrentWeight, inputBias, recurrentBias);
    return cell == Cell.LSTM
        ? torch
            .lstm(x, new TensorVector(state, state), weights, true, 1, 0.0, false, false, true)
            .get0()
        : torch.gru(x, state, weights, true, 1, 0.0, false, false, true).get0();
  }

  @Override
  default Tensor reverse(Tensor x) {
    return torch.flip(x, 1);
  }

  @Override
  default Tensor reverseWithin(Tensor x, Tensor lengths) {
    long[] shape = x.shape();
    Tensor steps = positions(x, 1).unsqueeze(0);
    Tensor ends = lengths.unsqueeze(1);
    Tensor mirrored = ends.sub(new Scalar(1)).sub(steps);
    Tensor index =
        torch
            .where(steps.lt(ends), mirrored, steps.expand(shape[0], shape[1]))
            .toType(torch.ScalarType.Long);
    for (int d = 2; d < shape.length; d++) {
      index = index.unsqueeze(d);
    }
    return x.gather(1, index.expand(shape));
  }

  @Override
  default Tensor positions(Tensor like, int dimension) {
    float[] numbers = new float[Math.toIntExact(like.shape()[dimension])];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    return Tensors.create(numbers, numbers.length);
  }

  /**
   * Block by block: within a block a product with the triangle of the powers of {@code 1 − w}, and
   * to each the last value of the block before.
   */
  @Override
  default Tensor smooth(Tensor x, Tensor weight) {
    int steps = Math.toIntExact(x.shape()[2]);
    int block = Math.min(BLOCK, steps);
    Tensor keep = weight.neg().add(new Scalar(1)).unsqueeze(1);
    Tensor decay = keep.pow(exponents(block));
    Tensor triangle =
        keep.unsqueeze(2).pow(distances(block)).mul(weight.unsqueeze(1).unsqueeze(2)).tril();
    List<Tensor> blocks = new ArrayList<>();
    Tensor last = x.narrow(2, 0, 1);
    for (int start = 0; start < steps; start += block) {
      int size = Math.min(block, steps - start);
      Tensor within =
          triangle
              .narrow(1, 0, size)
              .narrow(2, 0, size)
              .matmul(x.narrow(2, start, size).unsqueeze(3))
              .squeeze(3);
      Tensor smoothed = within.add(last.mul(decay.narrow(1, 0, size)));
      blocks.add(smoothed);
      last = smoothed.narrow(2, size - 1, 1);
    }
    return torch.cat(new TensorVector(blocks.toArray(Tensor[]::new)), 2);
  }

  /** 1, 2, 3 … */
  private static Tensor exponents(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i + 1;
    }
    return Tensors.create(values, size);
  }

  /** How far row is after column, 0 where it is before. */
  private static Tensor distances(int size) {
    float[] values = new float[size * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, i / size - i % size);
    }
    return Tensors.create(values, size, size);
  }

  @Override
  default Tensor fill(Tensor x, Tensor lengths, int dimension, double value) {
    return x.masked_fill(beyond(x, lengths, dimension), new Scalar(value));
  }

  /** Whether an entry lies beyond the length of its clip; to be broadcast. */
  static Tensor beyond(Tensor x, Tensor lengths, int dimension) {
    long[] shape = new long[Math.toIntExact(x.dim())];
    Arrays.fill(shape, 1);
    shape[0] = x.shape()[0];
    shape[dimension] = x.shape()[dimension];
    float[] steps = new float[Math.toIntExact(shape[dimension])];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i;
    }
    return Tensors.create(steps, 1, steps.length).ge(lengths.unsqueeze(1)).reshape(shape);
  }

  @Override
  default Tensor rescale(Tensor lengths, long factor, long offset, long divisor) {
    return lengths
        .mul(new Scalar(factor))
        .add(new Scalar(offset))
        .div(new Scalar((double) divisor))
        .floor();
  }
}
