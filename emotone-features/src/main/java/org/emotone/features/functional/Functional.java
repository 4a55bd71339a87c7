package org.emotone.features.functional;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One number said of a contour. All are finite for any contour of finite values; what is undefined
 * (the skewness of a constant, the distance of peaks where there is one) is 0, and so is everything
 * of a contour without frames.
 *
 * <p>Shares and positions are relative: 0 to 1. A peak stands out by at least a tenth of the range.
 */
public enum Functional {
  /** Arithmetic mean. */
  MEAN(Contour::mean),
  /** Standard deviation, divided by the number of frames. */
  DEVIATION(c -> c.moments().deviation()),
  /** Deviation over the absolute mean. */
  VARIATION(c -> ratio(c.moments().deviation(), Math.abs(c.mean()))),
  /** Third central moment over the cube of the deviation. */
  SKEWNESS(c -> c.moments().skewness()),
  /** Fourth central moment over the fourth power of the deviation. */
  KURTOSIS(c -> c.moments().kurtosis()),
  /** Root of the mean square. */
  QUADRATIC_MEAN(c -> Math.hypot(c.mean(), c.moments().deviation())),
  /** Mean of the absolute values. */
  ABSOLUTE_MEAN(Shape::absoluteMean),
  /** Geometric over arithmetic mean of the absolute values, 0 to 1. */
  FLATNESS(Shape::flatness),
  /** Where the absolute values have their centre. */
  CENTROID(Shape::centroid),
  /** Smallest value. */
  MINIMUM(c -> c.percentile(0)),
  /** Largest value. */
  MAXIMUM(c -> c.percentile(1)),
  /** Largest less smallest value. */
  RANGE(Contour::range),
  /** Where the smallest value is first reached. */
  MINIMUM_POSITION(Shape::minimumPosition),
  /** Where the largest value is first reached. */
  MAXIMUM_POSITION(Shape::maximumPosition),
  /** 1st percentile. */
  PERCENTILE_1(c -> c.percentile(0.01)),
  /** 10th percentile. */
  PERCENTILE_10(c -> c.percentile(0.10)),
  /** 20th percentile. */
  PERCENTILE_20(c -> c.percentile(0.20)),
  /** 25th percentile. */
  QUARTILE_1(c -> c.percentile(0.25)),
  /** 50th percentile. */
  MEDIAN(c -> c.percentile(0.50)),
  /** 75th percentile. */
  QUARTILE_3(c -> c.percentile(0.75)),
  /** 80th percentile. */
  PERCENTILE_80(c -> c.percentile(0.80)),
  /** 90th percentile. */
  PERCENTILE_90(c -> c.percentile(0.90)),
  /** 99th percentile. */
  PERCENTILE_99(c -> c.percentile(0.99)),
  /** Median less first quartile. */
  QUARTILE_RANGE_1_2(c -> c.percentile(0.50) - c.percentile(0.25)),
  /** Third quartile less median. */
  QUARTILE_RANGE_2_3(c -> c.percentile(0.75) - c.percentile(0.50)),
  /** Third less first quartile. */
  QUARTILE_RANGE_1_3(c -> c.percentile(0.75) - c.percentile(0.25)),
  /** 99th less 1st percentile. */
  PERCENTILE_RANGE_1_99(c -> c.percentile(0.99) - c.percentile(0.01)),
  /** 80th less 20th percentile. */
  PERCENTILE_RANGE_20_80(c -> c.percentile(0.80) - c.percentile(0.20)),
  /** Share of frames above a quarter of the range. */
  TIME_ABOVE_25(c -> Shape.timeAbove(c, 0.25)),
  /** Share of frames above half of the range. */
  TIME_ABOVE_50(c -> Shape.timeAbove(c, 0.50)),
  /** Share of frames above three quarters of the range. */
  TIME_ABOVE_75(c -> Shape.timeAbove(c, 0.75)),
  /** Share of frames above nine tenths of the range. */
  TIME_ABOVE_90(c -> Shape.timeAbove(c, 0.90)),
  /** Share of frames that are above the one before. */
  RISE_TIME(Shape::riseTime),
  /** Share of frames below the mean of their neighbours. */
  LEFT_CURVE_TIME(Shape::leftCurveTime),
  /** How often the contour crosses its mean, per second. */
  MEAN_CROSSINGS(Shape::meanCrossings),
  /** The regression line at the first frame. */
  LINE_OFFSET(c -> c.regression().offset()),
  /** Slope of the regression line, per second. */
  LINE_SLOPE(Shape::lineSlope),
  /** Mean square of what the regression line leaves. */
  LINE_ERROR(c -> c.regression().lineError()),
  /** Coefficient of time squared in the regression parabola, over time from 0 to 1. */
  PARABOLA_CURVATURE(c -> c.regression().curvature()),
  /** Mean square of what the regression parabola leaves. */
  PARABOLA_ERROR(c -> c.regression().parabolaError()),
  /** Number of peaks per second. */
  PEAK_RATE(c -> ratio(c.turns().peaks().length, c.frames() * c.hopSeconds())),
  /** Mean height of the peaks. */
  PEAK_MEAN(c -> Shape.mean(c.turns().peaks())),
  /** Mean time from peak to peak, in seconds. */
  PEAK_DISTANCE_MEAN(c -> Shape.mean(c.turns().distances())),
  /** Deviation of the time from peak to peak, in seconds. */
  PEAK_DISTANCE_DEVIATION(c -> Shape.deviation(c.turns().distances())),
  /** Mean slope from valley to peak, per second. */
  RISING_SLOPE_MEAN(c -> Shape.mean(c.turns().rises())),
  /** Deviation of the slope from valley to peak, per second. */
  RISING_SLOPE_DEVIATION(c -> Shape.deviation(c.turns().rises())),
  /** Mean slope from peak to valley, per second, above 0. */
  FALLING_SLOPE_MEAN(c -> Shape.mean(c.turns().falls())),
  /** Deviation of the slope from peak to valley, per second. */
  FALLING_SLOPE_DEVIATION(c -> Shape.deviation(c.turns().falls())),
  /** First coefficient of the contour's linear prediction of order 5. */
  PREDICTION_1(c -> c.prediction()[1]),
  /** What the prediction leaves: its error's mean square over that of the contour, 0 to 1. */
  PREDICTION_ERROR(c -> c.prediction()[6]);

  @SuppressWarnings("ImmutableEnumChecker") // all are lambdas without state
  private final ToDoubleFunction<Contour> formula;

  Functional(ToDoubleFunction<Contour> formula) {
    this.formula = formula;
  }

  /** The value for a contour, always finite. */
  public double of(Contour contour) {
    return contour.frames() == 0 ? 0 : formula.applyAsDouble(contour);
  }

  /** The name in tables and files, such as {@code peakDistanceMean}. */
  @JsonValue
  public String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean first = id.length() == 0;
      id.append(first ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
    }
    return id.toString();
  }

  private static double ratio(double above, double below) {
    return below > Double.MIN_NORMAL ? above / below : 0;
  }
}
