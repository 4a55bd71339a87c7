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

  private static final int LARGEST_SIZE = 4096;

  /**
   * 32 rows of so many lanes fit the first cache. A row and its header are then whole lines of it,
   * so that all rows begin at the same place of a line.
   */
  private static final int MOST_LANES = 134;

  private final int size;
  private final int hop;
  private final double[] window;
  private final LaneFft fft;

  @SuppressWarnings("ThreadLocalUsage") // one for each plan, and plans are few and kept
  private final ThreadLocal<@Nullable SoftReference<Workspace>> workspaces = new ThreadLocal<>();

  /** Receives power, {@code [bins][lanes]}, of consecutive frames. */
  interface Sink {
    void accept(double[][] power, int firstFrame, int frames);
  }

  private static final class Workspace {
    final double[][] rows;

    /** The rows of {@link #rows} that hold power, by bin. */
    final double[][] power;

    /** Row i holds samples i of every hop of the clip from the batch's first frame on. */
    final double[] columns;

    final int width;

    Workspace(LaneFft fft, int size, int hop) {
      rows = new double[size][MOST_LANES];
      power = new double[size / 2 + 1][];
      for (int bin = 0; bin < power.length; bin++) {
        power[bin] = rows[fft.place(bin)];
      }
      width = MOST_LANES + (size + hop - 1) / hop;
      columns = new double[hop * width];
    }
  }

  /** Whether transforms of a size can be had. */
  static boolean supports(int size, int hop) {
    return Integer.bitCount(size) == 1
        && size >= LaneFft.LEAST_SIZE
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
    this.window = window;
    fft = new LaneFft(size);
  }

  /** Gives the power of frames that begin at every hop of a padded clip to a sink, in order. */
  void forEach(float[] padded, int frames, Sink sink) {
    Workspace space = workspace();
    int batches = (frames + MOST_LANES - 1) / MOST_LANES;
    int each = (frames + batches - 1) / batches;
    for (int start = 0; start < frames; start += each) {
      int lanes = Math.min(each, frames - start);
      gather(padded, start, lanes, space);
      fft.power((sample, row) -> copy(space, sample, row, lanes), window, space.rows, lanes);
      sink.accept(space.power, start, lanes);
    }
  }

  /** Sample j · hop + i of frame l is that of i in frame l + j. */
  private void copy(Workspace space, int sample, double[] row, int lanes) {
    int later = sample / hop;
    int from = (sample - later * hop) * space.width + later;
    System.arraycopy(space.columns, from, row, 0, lanes);
  }

  private Workspace workspace() {
    SoftReference<Workspace> kept = workspaces.get();
    Workspace space = kept == null ? null : kept.get();
    if (space == null) {
      space = new Workspace(fft, size, hop);
      workspaces.set(new SoftReference<>(space));
    }
    return space;
  }

  /** Writes hops of the clip as columns, each sample once, however much frames overlap. */
  private void gather(float[] padded, int start, int lanes, Workspace space) {
    int needed = lanes + (size + hop - 1) / hop - 1;
    int whole = Math.min(needed, padded.length / hop - start) & ~3;
    for (int from = 0; from < hop; from += 16) {
      int to = Math.min(hop, from + 16);
      for (int l = 0; l < whole; l += 4) {
        four(padded, (start + l) * hop, from, to, space, l);
      }
    }
    for (int l = whole; l < needed; l++) {
      long place = (long) (start + l) * hop;
      for (int i = 0; i < hop; i++) {
        space.columns[i * space.width + l] =
            place + i < padded.length ? padded[(int) place + i] : 0;
      }
    }
  }

  /** Writes part of four hops, of which values lie side by side and share a check of bounds. */
  private void four(float[] padded, int place, int from, int to, Workspace space, int lane) {
    double[] columns = space.columns;
    int second = place + hop;
    int third = second + hop;
    int fourth = third + hop;
    int out = from * space.width + lane;
    for (int i = from; i < to; i++) {
      columns[out] = padded[place + i];
      columns[out + 1] = padded[second + i];
      columns[out + 2] = padded[third + i];
      columns[out + 3] = padded[fourth + i];
      out += space.width;
    }
  }
}
