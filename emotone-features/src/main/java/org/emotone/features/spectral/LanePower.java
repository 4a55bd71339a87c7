package org.emotone.features.spectral;

import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The power spectra of the frames of a clip, many frames at a time, see {@link LaneFft}. An
 * instance is shared by threads; each thread has one workspace, which it gives up if memory is
 * short.
 */
final class LanePower {

  /** Fewer frames are not worth it. */
  static final int LEAST_FRAMES = 16;

  private static final int LEAST_SIZE = 64;
  private static final int LARGEST_SIZE = 4096;

  /**
   * Values of a workspace's larger arrays: 80 lanes of 2048 samples, which the second cache holds.
   */
  private static final int MOST_VALUES = 80 * 2048;

  private static final int MOST_LANES = 128;

  private final int size;
  private final int hop;
  private final int most;
  private final double[] halves;
  private final LaneFft fft;

  @SuppressWarnings("ThreadLocalUsage") // one for each plan, and plans are few and kept
  private final ThreadLocal<@Nullable SoftReference<Workspace>> workspaces = new ThreadLocal<>();

  /** Receives power, {@code [bins][lanes]}, of consecutive frames. */
  interface Sink {
    void accept(double[][] power, int firstFrame, int frames);
  }

  private static final class Workspace {
    final double[][] re;
    final double[][] im;
    final double[][] first;
    final double[][] second;
    final double[] columns;
    final int width;

    Workspace(int size, int hop, int lanes) {
      re = new double[size][lanes];
      im = new double[size][lanes];
      first = new double[size / 2 + 1][lanes];
      second = new double[size / 2 + 1][lanes];
      width = 2 * lanes + (size + hop - 1) / hop;
      columns = new double[hop * width];
    }
  }

  /** Whether transforms of a size can be had. */
  static boolean supports(int size, int hop) {
    return Integer.bitCount(size) == 1
        && size >= LEAST_SIZE
        && size <= LARGEST_SIZE
        && hop <= 2 * size;
  }

  /**
   * A plan.
   *
   * @param window weights of all samples of the transform
   */
  LanePower(double[] window, int hop) {
    size = window.length;
    this.hop = hop;
    most = Math.min(MOST_LANES, MOST_VALUES / size);
    // Two frames share a complex transform, whose parts are sums of halves.
    halves = new double[size];
    for (int i = 0; i < size; i++) {
      halves[i] = window[i] / 2;
    }
    fft = new LaneFft(size);
  }

  /** Gives the power of frames that begin at every hop of a padded clip to a sink, in order. */
  void forEach(float[] padded, int frames, Sink sink) {
    Workspace space = workspace();
    int batches = (frames + 2 * most - 1) / (2 * most);
    int each = (frames + batches - 1) / batches;
    for (int start = 0; start < frames; start += each) {
      int count = Math.min(each, frames - start);
      int lanes = (count + 1) / 2;
      gather(padded, start, lanes, space);
      fft.forward(space.re, space.im, lanes);
      for (int bin = 0; bin <= size / 2; bin++) {
        int place = fft.place(bin);
        int mirror = fft.place((size - bin) & (size - 1));
        power(
            space.re[place],
            space.im[place],
            space.re[mirror],
            space.im[mirror],
            space.first[bin],
            space.second[bin],
            lanes);
      }
      silence(padded, space.first, start, lanes);
      silence(padded, space.second, start + lanes, count - lanes);
      sink.accept(space.first, start, lanes);
      sink.accept(space.second, start + lanes, count - lanes);
    }
  }

  /**
   * Takes from frames of digital silence the rounding errors of the frames they shared a transform
   * with: a centroid, which is relative, would be that of the errors.
   */
  private void silence(float[] padded, double[][] power, int firstFrame, int frames) {
    for (int l = 0; l < frames; l++) {
      int place = (firstFrame + l) * hop;
      int end = place + size;
      while (place < end && padded[place] == 0) {
        place++;
      }
      for (int bin = 0; place == end && bin < power.length; bin++) {
        power[bin][l] = 0;
      }
    }
  }

  private Workspace workspace() {
    SoftReference<Workspace> kept = workspaces.get();
    Workspace space = kept == null ? null : kept.get();
    if (space == null) {
      space = new Workspace(size, hop, most);
      workspaces.set(new SoftReference<>(space));
    }
    return space;
  }

  /**
   * Weighs the samples of frames into their lanes. Sample j · hop + i of frame l is that of i in
   * frame l + j, so each sample of the clip is moved once, however much the frames overlap.
   */
  private void gather(float[] padded, int start, int lanes, Workspace space) {
    int needed = 2 * lanes + (size + hop - 1) / hop - 1;
    int width = space.width;
    double[] columns = space.columns;
    for (int from = 0; from < hop; from += 16) {
      int to = Math.min(hop, from + 16);
      for (int l = 0; l < needed; l++) {
        int place = (start + l) * hop;
        if (place + to <= padded.length) {
          for (int i = from; i < to; i++) {
            columns[i * width + l] = padded[place + i];
          }
        } else {
          for (int i = from; i < to; i++) {
            columns[i * width + l] = place + i < padded.length ? padded[place + i] : 0;
          }
        }
      }
    }
    for (int i = 0; i < size; i++) {
      int frame = i / hop;
      int row = (i - frame * hop) * width + frame;
      weigh(space.re[i], columns, row, halves[i], lanes);
      weigh(space.im[i], columns, row + lanes, halves[i], lanes);
    }
  }

  private static void weigh(double[] out, double[] in, int from, double weight, int lanes) {
    for (int l = 0; l < lanes; l++) {
      out[l] = weight * in[from + l];
    }
  }

  private static void power(
      double[] re,
      double[] im,
      double[] mirrorRe,
      double[] mirrorIm,
      double[] first,
      double[] second,
      int lanes) {
    for (int l = 0; l < lanes; l++) {
      double a = re[l] + mirrorRe[l];
      double b = im[l] - mirrorIm[l];
      double c = im[l] + mirrorIm[l];
      double d = re[l] - mirrorRe[l];
      first[l] = a * a + b * b;
      second[l] = c * c + d * d;
    }
  }
}
