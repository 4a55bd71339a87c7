package org.emotone.audio.codec.flac;

import java.io.IOException;
import java.util.Arrays;
import org.emotone.audio.AudioSource;

/** Decodes the samples of one channel in one frame (RFC 9639, 9.2). */
final class Subframe {
  private static final int MAX_ORDER = 32;
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private final AudioSource in;
  private final FlacBits bits;
  private final int[] coefficients = new int[MAX_ORDER];

  Subframe(AudioSource in, FlacBits bits) {
    this.in = in;
    this.bits = bits;
  }

  /**
   * Decodes samples of at most 32 bits.
   *
   * @param samples receives them
   * @param frames how many there are
   * @param width bits of a sample, 4 to 32
   */
  void decode(int[] samples, int frames, int width) throws IOException {
    int type = type();
    int wasted = wasted(width);
    int coded = width - wasted;
    if (type == 0) {
      Arrays.fill(samples, 0, frames, (int) bits.signed(coded));
    } else if (type == 1) {
      for (int i = 0; i < frames; i++) {
        samples[i] = (int) bits.signed(coded);
      }
    } else {
      predicted(samples, frames, coded, type);
    }
    if (wasted > 0) {
      for (int i = 0; i < frames; i++) {
        samples[i] <<= wasted;
      }
    }
  }

  private void predicted(int[] samples, int frames, int coded, int type) throws IOException {
    int order = order(type, frames);
    for (int i = 0; i < order; i++) {
      samples[i] = (int) bits.signed(coded);
    }
    int precision = type >= 32 ? precision() : 4;
    int shift = type >= 32 ? shift() : 0;
    coefficients(type, order, precision);
    residual(samples, order, frames);
    boolean narrow = coded + precision + (32 - Integer.numberOfLeadingZeros(order)) <= 32;
    if (narrow) {
      Prediction.add(samples, frames, coefficients, order, shift);
    } else {
      Prediction.addWide(samples, frames, coefficients, order, shift);
    }
  }

  /**
   * Decodes samples of 33 bits: the difference of two channels of 32.
   *
   * @param residual takes what is between, at least {@code frames} long
   */
  void decode33(long[] samples, int[] residual, int frames) throws IOException {
    int type = type();
    int wasted = wasted(33);
    int coded = 33 - wasted;
    if (type == 0) {
      Arrays.fill(samples, 0, frames, bits.signed(coded));
    } else if (type == 1) {
      for (int i = 0; i < frames; i++) {
        samples[i] = bits.signed(coded);
      }
    } else {
      int order = order(type, frames);
      for (int i = 0; i < order; i++) {
        samples[i] = bits.signed(coded);
      }
      int precision = type >= 32 ? precision() : 4;
      int shift = type >= 32 ? shift() : 0;
      coefficients(type, order, precision);
      residual(residual, order, frames);
      Prediction.add33(samples, residual, frames, coefficients, order, shift);
    }
    for (int i = 0; i < frames; i++) {
      samples[i] <<= wasted;
    }
  }

  /** 0 constant, 1 verbatim, 8 to 12 fixed predictor, 32 to 63 linear predictor. */
  private int type() throws IOException {
    int header = bits.number(7);
    boolean known = header <= 1 || (header >= 8 && header <= 12) || header >= 32;
    if (!known || header > 63) {
      throw in.damaged("FLAC subframe is of kind %d, which cannot be".formatted(header));
    }
    return header;
  }

  /** Low bits that are zero in all samples. */
  private int wasted(int width) throws IOException {
    if (bits.number(1) == 0) {
      return 0;
    }
    long wasted = bits.zeros() + 1;
    if (wasted >= width) {
      throw in.damaged("FLAC subframe leaves no bits for its samples");
    }
    return (int) wasted;
  }

  private int order(int type, int frames) throws IOException {
    int order = type >= 32 ? type - 31 : type - 8;
    if (order > frames) {
      throw in.damaged("FLAC subframe is predicted from more samples than it has");
    }
    return order;
  }

  private int precision() throws IOException {
    int precision = bits.number(4) + 1;
    if (precision == 16) {
      throw in.damaged("FLAC subframe has coefficients of a width that cannot be");
    }
    return precision;
  }

  private int shift() throws IOException {
    int shift = (int) bits.signed(5);
    if (shift < 0) {
      throw in.damaged("FLAC subframe has a negative shift");
    }
    return shift;
  }

  private void coefficients(int type, int order, int precision) throws IOException {
    for (int i = 0; i < order; i++) {
      coefficients[i] = type >= 32 ? (int) bits.signed(precision) : FIXED[order][i];
    }
  }

  /** What prediction leaves over (RFC 9639, 9.2.7), behind the first {@code order} samples. */
  private void residual(int[] samples, int order, int frames) throws IOException {
    int method = bits.number(2);
    if (method > 1) {
      throw in.damaged("FLAC residual is coded in a way that cannot be");
    }
    int parameterBits = method == 0 ? 4 : 5;
    int escape = (1 << parameterBits) - 1;
    int partitions = bits.number(4);
    int length = frames >> partitions;
    if (length << partitions != frames || length < order) {
      throw in.damaged("FLAC residual has partitions that do not fit its block");
    }
    int from = order;
    for (int end = length; end <= frames; end += length) {
      int parameter = bits.number(parameterBits);
      if (parameter == escape) {
        verbatim(samples, from, end);
      } else if (!bits.rice(samples, from, end, parameter)) {
        throw in.damaged("FLAC residual is larger than can be");
      }
      from = end;
    }
  }

  private void verbatim(int[] samples, int from, int to) throws IOException {
    int width = bits.number(5);
    for (int i = from; i < to; i++) {
      samples[i] = width == 0 ? 0 : (int) bits.signed(width);
    }
  }
}
