package org.emotone.training.optimiser;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A limit to gradients: first to each value, then to the Euclidean norm of all together (Pascanu,
 * Mikolov and Bengio, 2013), as PyTorch's {@code clip_grad_value_} and {@code clip_grad_norm_}.
 *
 * @param norm greatest norm, 0 for no limit
 * @param value greatest absolute value, 0 for no limit
 */
public record GradientClip(double norm, double value) {

  /** No limit. */
  public static final GradientClip NONE = new GradientClip(0, 0);

  /** The gradients within the limits, in their order. */
  List<Tensor> apply(TensorVector gradients) {
    List<Tensor> limited = new ArrayList<>();
    for (long i = 0; i < gradients.size(); i++) {
      Tensor gradient = gradients.get(i);
      limited.add(
          value == 0
              ? gradient
              : gradient.clamp(
                  new ScalarOptional(new Scalar(-value)), new ScalarOptional(new Scalar(value))));
    }
    double scale = norm == 0 ? 1 : Math.min(1, norm / (norm(limited) + 1e-6));
    if (scale < 1) {
      limited.replaceAll(gradient -> gradient.mul(new Scalar(scale)));
    }
    return limited;
  }

  private static double norm(List<Tensor> gradients) {
    Tensor[] norms = gradients.stream().map(Tensor::norm).toArray(Tensor[]::new);
    return torch.stack(new TensorVector(norms)).norm().item_double();
  }
}
