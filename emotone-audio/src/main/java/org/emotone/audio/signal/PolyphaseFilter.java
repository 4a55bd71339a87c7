package org.emotone.audio.signal;

import java.util.Arrays;

/**
 * Resampling by {@code up / down} with a {@link KaiserSinc}, tabled at the phases that occur
 * (Crochiere and Rabiner, Multirate Digital Signal Processing, 1983).
 *
 * <p>Where a ratio has so many phases that a table of all would be large (24 414 to 16 000 Hz has
 * 8000), the table holds fewer and each output is interpolated between two of them (Smith and
 * Gossett, 1984): with 2048 phases to a zero crossing the error stays below −105 dB.
 */
final class PolyphaseFilter {
  private static final int PHASES_PER_CROSSING = 2048;
  private static final int LARGEST_EXACT_TABLE = 1 << 18;

  /** Outputs of one phase that are summed at a time; what they need stays in the first cache. */
  private static final int BLOCK = 1024;

  /** With fewer outputs to a phase the loops over them are too short to pay. */
  private static final int MIN_RUN = 32;

  private static final int LANES = KaiserSinc.TAPS_MULTIPLE;

  private final int up;
  private final int down;
  private final int phases;
  private final int taps;
  private final boolean exact;
  private final float[] table;

  /**
   * Designs the filter.
   *
   * @param up output samples per {@code down} input samples, without common divisor
   * @param down input samples per {@code up} output samples
   */
  PolyphaseFilter(int up, int down, ResamplingQuality quality) {
    this.up = up;
    this.down = down;
    double stretch = Math.max(1.0, (double) down / up);
    KaiserSinc filter = new KaiserSinc(stretch, quality);
    this.taps = filter.taps();
    this.exact = (long) up * taps <= LARGEST_EXACT_TABLE;
    this.phases = exact ? up : (int) Math.ceil(PHASES_PER_CROSSING / stretch);
    int rows = exact ? phases : phases + 1;
    this.table = new float[rows * taps];
    for (int row = 0; row < rows; row++) {
      filter.sample((double) row / phases, table, row * taps);
    }
  }

  /** Output samples per {@link #down} input samples. */
  int up() {
    return up;
  }

  /** Input samples per {@link #up} output samples. */
  int down() {
    return down;
  }

  /** Input samples before the place of an output that it depends on. */
  int before() {
    return taps / 2 - 1;
  }

  /** Input samples after the place of an output that it depends on. */
  int after() {
    return taps / 2;
  }

  /**
   * Filters; the input is silent outside of the array. Both ways to do it add in the same order, so
   * that their results are the same bit by bit.
   *
   * @param lead index in the input of the sample at or before the place of the first output
   * @param phase how far that place is beyond this sample, in 1 / up of a sample, 0 … up − 1
   * @param length how many outputs
   */
  float[] apply(float[] input, int lead, int phase, int length) {
    return exact && length / up >= MIN_RUN
        ? byPhase(input, lead, phase, length)
        : byOutput(input, lead, phase, length);
  }

  /** One output after the other. */
  float[] byOutput(float[] input, int lead, int start, int length) {
    float[] output = new float[length];
    long base = lead;
    long phase = start;
    for (int i = 0; i < length; i++) {
      int first = (int) base - before();
      if (exact) {
        output[i] = dot(input, first, (int) phase);
      } else {
        double place = (double) phase * phases / up;
        int row = (int) place;
        float weight = (float) (place - row);
        output[i] = (1 - weight) * dot(input, first, row) + weight * dot(input, first, row + 1);
      }
      phase += down;
      base += phase / up;
      phase %= up;
    }
    return output;
  }

  /** Four products are added up before the sum, which waits for each addition. */
  private float dot(float[] input, int first, int row) {
    int filter = row * taps;
    float sum = 0;
    if (first >= 0 && first + taps <= input.length) {
      for (int tap = 0; tap < taps; tap += LANES) {
        int at = first + tap;
        int weight = filter + tap;
        sum +=
            table[weight] * input[at]
                + table[weight + 1] * input[at + 1]
                + table[weight + 2] * input[at + 2]
                + table[weight + 3] * input[at + 3];
      }
      return sum;
    }
    for (int tap = 0; tap < taps; tap += LANES) {
      int at = first + tap;
      int weight = filter + tap;
      sum +=
          table[weight] * at(input, at)
              + table[weight + 1] * at(input, at + 1)
              + table[weight + 2] * at(input, at + 2)
              + table[weight + 3] * at(input, at + 3);
    }
    return sum;
  }

  private static float at(float[] input, int index) {
    return index >= 0 && index < input.length ? input[index] : 0;
  }

  /**
   * All outputs of one phase side by side, so that the JVM computes 8 or 16 of them with one
   * instruction. They lie {@code down} input samples apart; the input is dealt out into as many
   * streams first, in each of which they are neighbours.
   */
  private float[] byPhase(float[] input, int lead, int start, int length) {
    int margin = taps / down + 2;
    int stride = (int) Math.max(input.length, reach(lead, length)) / down + 1 + 2 * margin;
    float[] streams = deal(input, stride, margin);
    float[] output = new float[length];
    float[] sums = new float[BLOCK];
    float[][] lanes = new float[LANES][BLOCK];
    for (int phase = 0; phase < Math.min(up, length); phase++) {
      int outputs = (length - phase + up - 1) / up;
      for (int begin = 0; begin < outputs; begin += BLOCK) {
        int count = Math.min(BLOCK, outputs - begin);
        Arrays.fill(sums, 0);
        long place = start + (long) phase * down;
        int filter = (int) (place % up) * taps;
        int first = lead + (int) (place / up) - before();
        for (int tap = 0; tap < taps; tap += LANES) {
          fill(lanes, streams, stride, margin + begin, first + tap, count);
          accumulate(sums, lanes, filter + tap, count);
        }
        for (int i = 0; i < count; i++) {
          output[(begin + i) * up + phase] = sums[i];
        }
      }
    }
    return output;
  }

  /** One past the last input sample at the place of an output. */
  private long reach(int lead, int length) {
    return lead + ((long) length * down + up - 1) / up + 1;
  }

  /** Copies what one tap meets into each lane. */
  private void fill(
      float[][] lanes, float[] streams, int stride, int begin, int sample, int count) {
    for (int lane = 0; lane < LANES; lane++) {
      int stream = Math.floorMod(sample + lane, down) * stride;
      int from = stream + begin + Math.floorDiv(sample + lane, down);
      System.arraycopy(streams, from, lanes[lane], 0, count);
    }
  }

  /** Stream {@code s} gets the samples s, s + down, s + 2 down …, with silence at both ends. */
  private float[] deal(float[] input, int stride, int margin) {
    float[] streams = new float[Math.multiplyExact(down, stride)];
    for (int stream = 0; stream < down; stream++) {
      int to = stream * stride + margin;
      for (int from = stream; from < input.length; from += down) {
        streams[to++] = input[from];
      }
    }
    return streams;
  }

  /**
   * Adds four taps to all sums. The compiler of Java 17 uses vector instructions only where all
   * arrays have the very same index: 39 instead of 5 operations per ns, which more than pays for
   * copying the samples into lanes.
   */
  private void accumulate(float[] sums, float[][] lanes, int weight, int count) {
    float[] w = lanes[0];
    float[] x = lanes[1];
    float[] y = lanes[2];
    float[] z = lanes[3];
    float a = table[weight];
    float b = table[weight + 1];
    float c = table[weight + 2];
    float d = table[weight + 3];
    for (int i = 0; i < count; i++) {
      sums[i] += a * w[i] + b * x[i] + c * y[i] + d * z[i];
    }
  }
}
