package org.emotone.cue;

import java.util.Locale;

/**
 * How far a cue of a clip is from what is usual.
 *
 * @param cue what was measured
 * @param value of the clip, in the unit of the cue
 * @param difference the value less the usual mean
 * @param deviations the same in standard deviations of what is usual
 */
public record CueDifference(Cue cue, double value, double difference, double deviations) {

  /** From how many standard deviations on a difference is named. */
  public static final double NOTABLE = 1;

  /** Whether it is out of the usual: a standard deviation or more from the mean. */
  public boolean notable() {
    return Math.abs(deviations) >= NOTABLE;
  }

  /** In words, such as {@code raised pitch (+4.0 st)}. */
  public String words() {
    String number = String.format(Locale.ROOT, "%+.1f", difference).replace('-', '−');
    return cue.words(difference) + " (" + number + " " + cue.unit() + ")";
  }
}
