package org.emotone.audio.signal;

import java.util.Arrays;

/**
 * Changes the sample rate block by block, in memory that does not grow with the length: the blocks
 * that come out are, side by side, bit by bit what {@link Resampler} makes of the whole. Not safe
 * for use by several threads at once.
 *
 * <p>An output is given as soon as the input that it depends on is there: with {@link
 * ResamplingQuality#HIGH} from 48 kHz to 16 kHz, 8 ms later.
 */
public final class ResamplingStream {
  private static final float[] NOTHING = {};

  private final PolyphaseFilter filter;
  private final boolean same;

  /** Input that later outputs need. */
  private float[] input = NOTHING;

  /** Index in the whole input of the first element of {@link #input}. */
  private long origin;

  private long taken;
  private long given;
  private boolean ended;

  /**
   * Begins a stream.
   *
   * @param from rate of what comes in, in Hz
   * @param to rate of what comes out, in Hz, at most 1024 times higher or lower
   */
  public ResamplingStream(int from, int to, ResamplingQuality quality) {
    filter = Resampler.filter(from, to, quality);
    same = from == to;
  }

  /**
   * Takes the next samples.
   *
   * @return the next samples at the new rate, which may be none
   * @throws IllegalStateException after {@link #end}
   */
  public float[] next(float[] block) {
    if (ended) {
      throw new IllegalStateException("the stream has ended");
    }
    taken += block.length;
    if (same) {
      given = taken;
      return block.clone();
    }
    input = joined(input, block);
    // The place of output n is n × down / up; its filter ends some samples after that.
    long places = taken - filter.after();
    return places <= 0 ? NOTHING : take(Resampler.length(places, filter));
  }

  /** After the last samples: what is left, with silence behind it. */
  public float[] end() {
    if (ended || same) {
      ended = true;
      return NOTHING;
    }
    ended = true;
    return take(Resampler.length(taken, filter));
  }

  private float[] take(long until) {
    int count = Math.toIntExact(until - given);
    if (count <= 0) {
      return NOTHING;
    }
    long place = given * filter.down();
    int lead = (int) (place / filter.up() - origin);
    float[] output = filter.apply(input, lead, (int) (place % filter.up()), count);
    given = until;
    long needed = Math.min(taken, given * filter.down() / filter.up() - filter.before());
    if (needed > origin) {
      input = Arrays.copyOfRange(input, (int) (needed - origin), input.length);
      origin = needed;
    }
    return output;
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
