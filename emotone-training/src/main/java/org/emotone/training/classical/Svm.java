package org.emotone.training.classical;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support vector machine (Cortes and Vapnik, 1995) for each pair of classes, by LIBSVM.
 *
 * @param kernel linear, rbf or polynomial; linear when left out
 * @param c what an example on the wrong side costs, 1e-9 to 1e9; one or several; 1 when left out
 * @param gamma factor of the rbf and polynomial kernels, relative to 1 / (coefficients × variance),
 *     1e-6 to 1e6; one or several; 1 when left out
 * @param degree of the polynomial kernel, 2 to 9; 3 when left out
 * @param balanced whether the examples of all classes together weigh the same; false when left out
 */
@JsonPropertyOrder({"kernel", "c", "gamma", "degree", "balanced"})
public record Svm(
    Kernel.Type kernel, List<Double> c, List<Double> gamma, int degree, boolean balanced)
    implements Classifier {

  /** Fills in what is left out (null) and checks the ranges. */
  @JsonCreator
  public static Svm of(
      @JsonProperty("kernel") Kernel.@Nullable Type kernel,
      @JsonProperty("c") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Double> c,
      @JsonProperty("gamma") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Double> gamma,
      @JsonProperty("degree") @Nullable Integer degree,
      @JsonProperty("balanced") @Nullable Boolean balanced) {
    return new Svm(
        kernel == null ? Kernel.Type.LINEAR : kernel,
        Parameters.reals("c", c, 1e-9, 1e9, 1.0),
        Parameters.reals("gamma", gamma, 1e-6, 1e6, 1.0),
        Parameters.whole("degree", degree, 3, 2, 9),
        balanced != null && balanced);
  }

  private List<Double> gammas() {
    return kernel == Kernel.Type.LINEAR ? List.of(1.0) : gamma;
  }

  @Override
  public List<Candidate> candidates(Samples samples, long seed) {
    Later<SvmFitting> fitting = new Later<>(() -> new SvmFitting(samples));
    List<Candidate> candidates = new ArrayList<>();
    for (double factor : gammas()) {
      for (double cost : c) {
        String words = "c " + Parameters.text(cost);
        candidates.add(
            new Candidate(
                kernel == Kernel.Type.LINEAR ? words : words + ", gamma " + Parameters.text(factor),
                () -> {
                  double scaled = factor * fitting.get().scale();
                  return fitting.get().fit(new Kernel(kernel, scaled, degree), cost, balanced);
                }));
      }
    }
    return candidates;
  }
}
