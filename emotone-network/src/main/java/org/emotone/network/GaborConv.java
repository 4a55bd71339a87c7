package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Energy in a bank of learned Gabor filters, the first stage of LEAF (Zeghidour et al., 2021,
 * section 3.1): {@code [b][1][samples]} to {@code [b][filters][samples]}, the squared modulus of
 * the convolution with {@code g(t) = e^(iηt) · e^(−t² / 2σ²) / (√2π σ)}, whose centre frequency η
 * (radians per sample, in 0 … π) and width σ (samples) are learned. They start on mel bands.
 *
 * @param filters how many
 * @param kernel taps, odd
 * @param sampleRate of the waveform in Hz
 * @param minHz lower edge of the bands that the filters start on
 * @param maxHz upper edge, at most half the sample rate
 */
public record GaborConv(int filters, int kernel, int sampleRate, double minHz, double maxHz)
    implements Layer {

  /** Checks the ranges. */
  public GaborConv {
    Windows.atLeast("filters", filters, 1);
    Windows.atLeast("kernel", kernel, 3);
    if (kernel % 2 == 0) {
      throw new IllegalArgumentException("kernel must be odd, was " + kernel);
    }
    Waveforms.checkBand(sampleRate, minHz, maxHz);
  }

  /**
   * A bank with what was left out (null) filled in as in LEAF: 40 filters of 401 taps at 16 kHz,
   * started on mel bands from 60 to 7800 Hz.
   */
  @JsonCreator
  public static GaborConv of(
      @JsonProperty("filters") @Nullable Integer filters,
      @JsonProperty("kernel") @Nullable Integer kernel,
      @JsonProperty("sampleRate") @Nullable Integer sampleRate,
      @JsonProperty("minHz") @Nullable Double minHz,
      @JsonProperty("maxHz") @Nullable Double maxHz) {
    return new GaborConv(
        filters == null ? 40 : filters,
        kernel == null ? 401 : kernel,
        sampleRate == null ? 16_000 : sampleRate,
        minHz == null ? 60 : minHz,
        maxHz == null ? 7800 : maxHz);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    Waveforms.require(operations.shape(input));
    Initialiser mel = new Initialiser.Values(GaborFilters.mel(filters, sampleRate, minHz, maxHz));
    T shapes = operations.parameter(scope.trained("filters", List.of((long) filters, 2L), mel));
    double narrow = Math.sqrt(2 * Math.log(2)) / Math.PI;
    T centres = operations.clamp(operations.slice(shapes, 1, 0, 1), 0, Math.PI);
    T widths = operations.clamp(operations.slice(shapes, 1, 1, 2), 4 * narrow, kernel * narrow);
    T times = operations.constant(Waveforms.taps(kernel));
    T ratio = operations.divide(times, widths);
    T bell =
        operations.elementwise(
            operations.multiply(operations.multiply(ratio, ratio), operations.constant(-0.5)),
            Arithmetic.Elementwise.EXPONENTIAL);
    T height =
        operations.divide(
            bell, operations.multiply(widths, operations.constant(Math.sqrt(2 * Math.PI))));
    T phase = operations.multiply(centres, times);
    T real = energy(operations, input, height, phase, Arithmetic.Elementwise.COSINE);
    T imaginary = energy(operations, input, height, phase, Arithmetic.Elementwise.SINE);
    return operations.add(real, imaginary);
  }

  private <T> T energy(
      Operations<T> operations, T input, T height, T phase, Arithmetic.Elementwise wave) {
    T filter = operations.multiply(height, operations.elementwise(phase, wave));
    T heard =
        operations.convolution(
            input,
            operations.unsqueeze(filter, 1),
            null,
            List.of(1),
            List.of(kernel / 2),
            List.of(1),
            1);
    return operations.multiply(heard, heard);
  }
}
