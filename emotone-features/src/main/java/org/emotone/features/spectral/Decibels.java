package org.emotone.features.spectral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * How power becomes decibels: {@code 10 log₁₀(max(p, 10^(floorDb / 10)))}, then relative to the
 * reference, then not below the clip's loudest value less the range; librosa 0.11's {@code
 * power_to_db} is {@code floorDb} −100 with a range of 80.
 *
 * @param reference what 0 dB means; a stream needs {@link Reference#FIXED}
 * @param floorDb quietest value in dB relative to a power of 1, −300 to 0
 * @param rangeDb how far below the clip's loudest value the quietest may lie, 1 to 300 dB; null is
 *     no such limit, which a stream needs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"reference", "floorDb", "rangeDb"})
public record Decibels(Reference reference, double floorDb, @Nullable Double rangeDb) {

  /** −300 dB, below any floor. */
  private static final double LEAST_POWER = 1e-30;

  /** librosa's default: relative to a power of 1, the loudest 80 dB of the clip. */
  public static final Decibels LIBROSA = new Decibels(Reference.FIXED, -100, 80.0);

  /** For streams: relative to a power of 1, down to −100 dB. */
  public static final Decibels FIXED = new Decibels(Reference.FIXED, -100, null);

  /** Checks the ranges. */
  public Decibels {
    Bounds.check("floorDb", floorDb, -300, 0);
    if (rangeDb != null) {
      Bounds.check("rangeDb", rangeDb, 1, 300);
    }
  }

  /** Fills in the values of {@link #FIXED} for what is left out (null). */
  @JsonCreator
  public static Decibels of(
      @JsonProperty("reference") @Nullable Reference reference,
      @JsonProperty("floorDb") @Nullable Double floorDb,
      @JsonProperty("rangeDb") @Nullable Double rangeDb) {
    return new Decibels(
        reference == null ? Reference.FIXED : reference, floorDb == null ? -100 : floorDb, rangeDb);
  }

  /** The decibels of a power spectrogram of one clip. */
  public Spectrogram of(Spectrogram power) {
    return new Spectrogram(ofPower(power.values()), power.frames(), power.bins());
  }

  /** The decibels of powers of one clip; a new array. */
  public double[] ofPower(double[] power) {
    double[] values = power.clone();
    replace(values);
    return values;
  }

  /** Replaces the powers of one clip by their decibels. */
  public void replace(double[] power) {
    for (int i = 0; i < power.length; i++) {
      power[i] = ofPower(power[i]);
    }
    limit(power);
  }

  /**
   * The decibels of amplitudes of one clip, {@code 20 log₁₀}; a new array. The floor is that of the
   * power: −100 dB is an amplitude of 10⁻⁵.
   */
  public double[] ofAmplitude(double[] amplitude) {
    double[] values = new double[amplitude.length];
    for (int i = 0; i < amplitude.length; i++) {
      values[i] = ofPower(amplitude[i] * amplitude[i]);
    }
    limit(values);
    return values;
  }

  /** The decibels of a power by itself, before what depends on the clip's loudest value. */
  double ofPower(double power) {
    // A power below the floor, also zero, never reaches the logarithm of what is normal only.
    return power < LEAST_POWER ? floorDb : Math.max(floorDb, FastLog.decibels(power));
  }

  /** Applies what depends on the clip's loudest value. */
  void limit(double[] values) {
    boolean relative = reference == Reference.CLIP_MAXIMUM;
    if ((!relative && rangeDb == null) || values.length == 0) {
      return;
    }
    double loudest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      loudest = Math.max(loudest, value);
    }
    double quietest = rangeDb == null ? Double.NEGATIVE_INFINITY : loudest - rangeDb;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], quietest) - (relative ? loudest : 0);
    }
  }
}
