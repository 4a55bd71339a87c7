package org.emotone.features.functional;

/** The formulas of {@link Functional} that need a loop; all take contours of at least one frame. */
final class Shape {

  private Shape() {}

  static double absoluteMean(Contour contour) {
    double sum = 0;
    for (double value : contour.values()) {
      sum += Math.abs(value);
    }
    return sum / contour.frames();
  }

  static double flatness(Contour contour) {
    double logs = 0;
    for (double value : contour.values()) {
      logs += Math.log(Math.abs(value));
    }
    double mean = absoluteMean(contour);
    return mean > Double.MIN_NORMAL ? Math.min(1, Math.exp(logs / contour.frames()) / mean) : 0;
  }

  static double centroid(Contour contour) {
    double weighted = 0;
    double sum = 0;
    for (int i = 0; i < contour.frames(); i++) {
      double weight = Math.abs(contour.values()[i]);
      weighted += position(i, contour) * weight;
      sum += weight;
    }
    return sum > Double.MIN_NORMAL ? weighted / sum : 0;
  }

  static double minimumPosition(Contour contour) {
    double[] values = contour.values();
    int at = 0;
    for (int i = 1; i < values.length; i++) {
      at = values[i] < values[at] ? i : at;
    }
    return position(at, contour);
  }

  static double maximumPosition(Contour contour) {
    double[] values = contour.values();
    int at = 0;
    for (int i = 1; i < values.length; i++) {
      at = values[i] > values[at] ? i : at;
    }
    return position(at, contour);
  }

  private static double position(int frame, Contour contour) {
    return contour.frames() == 1 ? 0 : (double) frame / (contour.frames() - 1);
  }

  static double timeAbove(Contour contour, double share) {
    double level = contour.percentile(0) + share * contour.range();
    int above = 0;
    for (double value : contour.values()) {
      above += value > level ? 1 : 0;
    }
    return (double) above / contour.frames();
  }

  static double riseTime(Contour contour) {
    double[] values = contour.values();
    int rising = 0;
    for (int i = 1; i < values.length; i++) {
      rising += values[i] > values[i - 1] ? 1 : 0;
    }
    return (double) rising / Math.max(1, values.length - 1);
  }

  static double leftCurveTime(Contour contour) {
    double[] values = contour.values();
    int curved = 0;
    for (int i = 1; i < values.length - 1; i++) {
      curved += values[i + 1] - values[i] > values[i] - values[i - 1] ? 1 : 0;
    }
    return (double) curved / Math.max(1, values.length - 2);
  }

  static double meanCrossings(Contour contour) {
    double[] values = contour.values();
    int crossings = 0;
    for (int i = 1; i < values.length; i++) {
      crossings += values[i] > contour.mean() != values[i - 1] > contour.mean() ? 1 : 0;
    }
    return crossings / (values.length * contour.hopSeconds());
  }

  static double lineSlope(Contour contour) {
    double seconds = (contour.frames() - 1) * contour.hopSeconds();
    return contour.frames() < 2 ? 0 : contour.regression().rise() / seconds;
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  static double deviation(double[] values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return values.length == 0 ? 0 : Math.sqrt(sum / values.length);
  }
}
