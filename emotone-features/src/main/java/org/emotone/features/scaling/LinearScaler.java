package org.emotone.features.scaling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Each coefficient less a centre, over a spread, and no farther out than a limit.
 *
 * @param centre of each coefficient
 * @param spread of each coefficient, positive
 * @param limit what scaled values are at most, and the negative of it at least, positive; null for
 *     any. Ratios and higher moments of a clip may be a million spreads from those of all others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LinearScaler(List<Double> centre, List<Double> spread, @Nullable Double limit)
    implements Scaler {

  /** Checks that both lists have one length and that every spread and the limit are positive. */
  @JsonCreator
  public LinearScaler(
      @JsonProperty("centre") List<Double> centre,
      @JsonProperty("spread") List<Double> spread,
      @JsonProperty("limit") @Nullable Double limit) {
    this.limit = limit;
    if (limit != null && !(limit > 0)) {
      throw new IllegalArgumentException("limit must be positive, was " + limit);
    }
    this.centre = List.copyOf(centre);
    this.spread = List.copyOf(spread);
    if (centre.isEmpty() || centre.size() != spread.size()) {
      throw new IllegalArgumentException(
          "centre and spread must be of one length of at least 1, were "
              + centre.size()
              + " and "
              + spread.size());
    }
    for (int i = 0; i < centre.size(); i++) {
      if (!Double.isFinite(centre.get(i)) || !(spread.get(i) > 0)) {
        throw new IllegalArgumentException(
            "centre must be finite and spread positive, coefficient "
                + i
                + " has "
                + centre.get(i)
                + " and "
                + spread.get(i));
      }
    }
  }

  /** A scaler without a limit. */
  public LinearScaler(List<Double> centre, List<Double> spread) {
    this(centre, spread, null);
  }

  /** The same with a limit, or without one (null). */
  public LinearScaler withLimit(@Nullable Double other) {
    return new LinearScaler(centre, spread, other);
  }

  /**
   * Fits a scaler without a limit. A coefficient that is the same everywhere is centred but not
   * stretched.
   *
   * @param kind by what it scales
   * @param rows frames of training data, each of the same length; at least one
   */
  public static LinearScaler fit(ScalerKind kind, List<float[]> rows) {
    int columns = Rows.columns(rows);
    Double[] centre = new Double[columns];
    Double[] spread = new Double[columns];
    double[] column = new double[rows.size()];
    for (int c = 0; c < columns; c++) {
      for (int row = 0; row < column.length; row++) {
        column[row] = rows.get(row)[c];
      }
      double[] fitted = kind.fit(column);
      centre[c] = fitted[0];
      spread[c] = fitted[1] > 1e-12 * Math.max(1, Math.abs(fitted[0])) ? fitted[1] : 1.0;
    }
    return new LinearScaler(Arrays.asList(centre), Arrays.asList(spread));
  }

  @Override
  public int inputs() {
    return centre.size();
  }

  @Override
  public int outputs() {
    return centre.size();
  }

  @Override
  public float[] apply(float[] values, int frames) {
    check(values, frames);
    int columns = inputs();
    float[] scaled = new float[values.length];
    double most = limit == null ? Double.POSITIVE_INFINITY : limit;
    for (int c = 0; c < columns; c++) {
      double middle = centre.get(c);
      double factor = 1 / spread.get(c);
      for (int i = c; i < values.length; i += columns) {
        double value = (values[i] - middle) * factor;
        scaled[i] = (float) Math.max(-most, Math.min(most, value));
      }
    }
    return scaled;
  }
}
