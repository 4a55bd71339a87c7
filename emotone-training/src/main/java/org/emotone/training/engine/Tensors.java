package org.emotone.training.engine;

import java.util.Arrays;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Tensor;

/** Between values in Java and in LibTorch. */
final class Tensors {

  private Tensors() {}

  static org.bytedeco.pytorch.Tensor toTorch(Tensor tensor) {
    return create(tensor.values(), tensor.shape());
  }

  /**
   * A tensor of floats, in row-major order.
   *
   * <p>It is filled through its address, because JavaCPP's own {@code Tensor.create} uses methods
   * of {@code sun.misc.Unsafe} that Java 24 and later warn about.
   */
  static org.bytedeco.pytorch.Tensor create(float[] values, long... shape) {
    org.bytedeco.pytorch.Tensor tensor = torch.empty(shape);
    if (tensor.numel() != values.length) {
      throw new IllegalArgumentException(
          values.length + " values do not fit the shape " + Arrays.toString(shape));
    }
    tensor.data_ptr_float().put(values);
    return tensor;
  }

  /** A tensor of zeros of the same shape as another. */
  static org.bytedeco.pytorch.Tensor zerosLike(org.bytedeco.pytorch.Tensor tensor) {
    return toTorch(new Tensor(tensor.shape(), new float[Math.toIntExact(tensor.numel())]));
  }

  /** Lets a tensor outlive the open scope, until its reference is released. */
  static org.bytedeco.pytorch.Tensor keep(org.bytedeco.pytorch.Tensor tensor) {
    tensor.retainReference();
    return tensor;
  }

  /** Overwrites a contiguous tensor. */
  static void set(org.bytedeco.pytorch.Tensor target, Tensor value) {
    if (!Arrays.equals(target.shape(), value.shape())) {
      throw new IllegalArgumentException(
          "A value of the shape "
              + words(value)
              + " does not fit "
              + Arrays.toString(target.shape()));
    }
    target.data_ptr_float().put(value.values());
  }

  static Tensor fromTorch(org.bytedeco.pytorch.Tensor tensor) {
    return new Tensor(tensor.shape(), floats(tensor));
  }

  /** The values of a tensor of floats, in row-major order. */
  static float[] floats(org.bytedeco.pytorch.Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    tensor.contiguous().data_ptr_float().get(values);
    return values;
  }

  static String words(Tensor tensor) {
    return Arrays.toString(tensor.shape());
  }
}
