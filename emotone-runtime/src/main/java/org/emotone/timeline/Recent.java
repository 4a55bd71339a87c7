package org.emotone.timeline;

import java.util.Arrays;

/** The last samples of a stream, which are asked for by their places in the whole. */
final class Recent {

  private float[] samples = new float[1 << 15];
  private long origin;
  private int length;

  /** Takes the next samples. */
  void append(float[] more) {
    if (more.length > samples.length - length) {
      samples = Arrays.copyOf(samples, Math.max(length + more.length, 2 * length));
    }
    System.arraycopy(more, 0, samples, length, more.length);
    length += more.length;
  }

  /** Index after the last sample, which is the length of the stream so far. */
  long end() {
    return origin + length;
  }

  /** A copy of the samples from one index to before another; all of them must still be there. */
  float[] copy(long from, long to) {
    return Arrays.copyOfRange(
        samples, Math.toIntExact(from - origin), Math.toIntExact(to - origin));
  }

  /** Forgets what comes before an index, where that is worth the moving of the rest. */
  void forget(long before) {
    int drop = (int) Math.min(length, Math.max(0, before - origin));
    if (drop > length / 2) {
      length -= drop;
      System.arraycopy(samples, drop, samples, 0, length);
      origin += drop;
    }
  }
}
