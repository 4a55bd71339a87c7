package org.emotone.features.image;

import java.util.function.IntToDoubleFunction;

/** One line of values brought to another number of pixels. */
final class Resampling {

  private final int from;
  private final int to;

  Resampling(int from, int to) {
    this.from = from;
    this.to = to;
  }

  /** The value of a pixel. */
  double at(int pixel, IntToDoubleFunction values) {
    return from > to ? mean(pixel, values) : interpolated(pixel, values);
  }

  /** The mean over the pixel's stretch, its ends counting by the share that lies in it. */
  private double mean(int pixel, IntToDoubleFunction values) {
    double start = (double) pixel * from / to;
    double end = (double) (pixel + 1) * from / to;
    double sum = 0;
    for (int i = (int) start; i < Math.min(from, Math.ceil(end)); i++) {
      sum += values.applyAsDouble(i) * (Math.min(end, i + 1) - Math.max(start, i));
    }
    return sum / (end - start);
  }

  private double interpolated(int pixel, IntToDoubleFunction values) {
    double place = Math.max(0, Math.min(from - 1.0, (pixel + 0.5) * from / to - 0.5));
    int below = (int) place;
    int above = Math.min(from - 1, below + 1);
    double share = place - below;
    return (1 - share) * values.applyAsDouble(below) + share * values.applyAsDouble(above);
  }
}
