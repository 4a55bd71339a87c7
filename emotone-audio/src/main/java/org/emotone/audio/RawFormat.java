package org.emotone.audio;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How samples without a header lie in a file: channels interleaved, no padding.
 *
 * @param samples how a sample is coded
 * @param sampleRate frames per second in Hz, positive
 * @param channels channels of a frame, positive
 */
public record RawFormat(SampleFormat samples, int sampleRate, int channels) {

  /** Checks that both numbers are positive. */
  public RawFormat {
    if (sampleRate < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "sample rate and channels must be positive, were %d Hz and %d"
              .formatted(sampleRate, channels));
    }
  }

  /**
   * Understands {@code s16le:16000:1}: sample format, sample rate in Hz and channels; these are 1
   * where nothing is said.
   *
   * @throws IllegalArgumentException if the text is something else; the message says what is wrong
   */
  public static RawFormat parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new IllegalArgumentException(
          "a raw format is SAMPLES:RATE or SAMPLES:RATE:CHANNELS, such as s16le:16000:1, not '%s'"
              .formatted(text));
    }
    int channels = parts.length == 3 ? number(parts[2], "number of channels") : 1;
    return new RawFormat(samples(parts[0]), number(parts[1], "sample rate in Hz"), channels);
  }

  private static SampleFormat samples(String id) {
    return Arrays.stream(SampleFormat.values())
        .filter(format -> format.id().equals(id.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no sample format; there are %s"
                        .formatted(
                            id,
                            Arrays.stream(SampleFormat.values())
                                .map(SampleFormat::id)
                                .collect(Collectors.joining(", ")))));
  }

  private static int number(String text, String what) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(text, what), e);
    }
  }
}
