package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank of learned band-pass filters, the first layer of SincNet (Ravanelli and Bengio, 2018):
 * {@code [b][1][samples]} to {@code [b][filters][samples′]}. Each is the difference of two low-pass
 * filters times a Hamming window, brought to a peak of 1; the lower cut-off is 50 Hz and the
 * magnitude of a learned number, the band 50 Hz and that of another. They start on mel bands.
 *
 * @param filters how many
 * @param kernel taps, odd
 * @param stride step between outputs
 * @param sampleRate of the waveform in Hz
 */
public record SincConv(int filters, int kernel, int stride, int sampleRate) implements Layer {

  private static final double LEAST_HZ = 50;
  private static final double FIRST_HZ = 30;
  private static final double LAST_MARGIN_HZ = 100;
  private static final double FIRST_MEL = 80;

  /** Checks the ranges. */
  public SincConv {
    Windows.atLeast("filters", filters, 2);
    Windows.atLeast("kernel", kernel, 3);
    Windows.atLeast("stride", stride, 1);
    Windows.atLeast("sampleRate", sampleRate, 1000);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd, was " + kernel);
    }
  }

  /**
   * A bank with what was left out (null) filled in as in the paper: 80 filters of 251 taps at 16
   * kHz, every sample.
   */
  @JsonCreator
  public static SincConv of(
      @JsonProperty("filters") @Nullable Integer filters,
      @JsonProperty("kernel") @Nullable Integer kernel,
      @JsonProperty("stride") @Nullable Integer stride,
      @JsonProperty("sampleRate") @Nullable Integer sampleRate) {
    return new SincConv(
        filters == null ? 80 : filters,
        kernel == null ? 251 : kernel,
        stride == null ? 1 : stride,
        sampleRate == null ? 16_000 : sampleRate);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Waveforms.require(operations.shape(input));
    List<Long> shape = List.of((long) filters, 1L);
    T lower = edge(operations, scope.trained("low", shape, new Initialiser.Values(edges(false))));
    T band = edge(operations, scope.trained("band", shape, new Initialiser.Values(edges(true))));
    T upper = operations.clamp(operations.add(lower, band), 0, 0.5);
    T difference = operations.subtract(lowPass(operations, upper), lowPass(operations, lower));
    T peak = operations.multiply(operations.subtract(upper, lower), operations.constant(2));
    T filter =
        operations.multiply(
            operations.divide(difference, operations.clamp(peak, 1e-6, 1)),
            operations.constant(hamming()));
    return operations.convolution(
        input,
        operations.unsqueeze(filter, 1),
        null,
        List.of(stride),
        List.of(kernel / 2),
        List.of(1),
        1);
  }

  /** Of a number in cycles per sample, its magnitude and 50 Hz. */
  private <T> T edge(Operations<T> operations, Parameter parameter) {
    return operations.add(
        operations.elementwise(operations.parameter(parameter), Arithmetic.Elementwise.MAGNITUDE),
        operations.constant(LEAST_HZ / sampleRate));
  }

  /**
   * {@code sin(2πfn) / (πn)}, and {@code 2f} where n is 0.
   *
   * @param frequency f, in cycles per sample
   */
  private <T> T lowPass(Operations<T> operations, T frequency) {
    float[] angles = new float[kernel];
    float[] inverse = new float[kernel];
    float[] middle = new float[kernel];
    for (int i = 0; i < kernel; i++) {
      int n = i - kernel / 2;
      angles[i] = (float) (2 * Math.PI * n);
      inverse[i] = n == 0 ? 0 : (float) (1 / (Math.PI * n));
      middle[i] = n == 0 ? 2 : 0;
    }
    T waves =
        operations.elementwise(
            operations.multiply(frequency, row(operations, angles)), Arithmetic.Elementwise.SINE);
    return operations.add(
        operations.multiply(waves, row(operations, inverse)),
        operations.multiply(frequency, row(operations, middle)));
  }

  private static <T> T row(Operations<T> operations, float... values) {
    return operations.constant(new Tensor(new long[] {1, values.length}, values));
  }

  private Tensor hamming() {
    float[] window = new float[kernel];
    for (int i = 0; i < kernel; i++) {
      window[i] = (float) (0.54 - 0.46 * Math.cos(2 * Math.PI * i / (kernel - 1)));
    }
    return new Tensor(new long[] {1, kernel}, window);
  }

  /**
   * Lower cut-offs, or bands, in cycles per sample: SincNet's reference code lets filter {@code i}
   * reach from the centre before to the centre after its own, on a mel scale.
   */
  private List<Float> edges(boolean bands) {
    double step = (GaborFilters.mel(sampleRate / 2.0) - FIRST_MEL) / (filters - 1);
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < filters; i++) {
      double low = i == 0 ? FIRST_HZ : GaborFilters.hertz(FIRST_MEL + (i - 1) * step);
      double high =
          i == filters - 1
              ? sampleRate / 2.0 - LAST_MARGIN_HZ
              : GaborFilters.hertz(FIRST_MEL + (i + 1) * step);
      values.add((float) ((bands ? high - low : low) / sampleRate));
    }
    return values;
  }
}
