package org.emotone.audio;

import java.util.Optional;

/**
 * How audio is to be read.
 *
 * @param limits what is accepted
 * @param tolerant whether a truncated or damaged file gives what comes before the fault, with a
 *     warning, instead of an exception; a file of which nothing can be read is refused all the same
 * @param raw how samples without a header lie in the file; empty where the content is to tell
 */
public record AudioOptions(AudioLimits limits, boolean tolerant, Optional<RawFormat> raw) {
  /** {@link AudioLimits#DEFAULT}, faults are refused, the content tells the format. */
  public static final AudioOptions DEFAULT =
      new AudioOptions(AudioLimits.DEFAULT, false, Optional.empty());

  /** The same options with other limits. */
  public AudioOptions within(AudioLimits other) {
    return new AudioOptions(other, tolerant, raw);
  }

  /** The same options, but giving what can be read of a faulty file. */
  public AudioOptions toleratingFaults() {
    return new AudioOptions(limits, true, raw);
  }

  /** The same options for files without a header. */
  public AudioOptions as(RawFormat format) {
    return new AudioOptions(limits, tolerant, Optional.of(format));
  }
}
