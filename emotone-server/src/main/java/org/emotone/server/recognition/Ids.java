package org.emotone.server.recognition;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.regex.Pattern;

/**
 * Names that the server makes: 26 letters and digits, those of later moments after those of earlier
 * ones (the layout of ULID), and not to be guessed: 80 of the 130 bits are random.
 */
public final class Ids {

  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final Pattern ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long last;

  /** Makes names by a clock. */
  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  /** A new name, after all that were made before. */
  public synchronized String next() {
    last = Math.max(last + 1, clock.millis());
    StringBuilder id = new StringBuilder();
    for (int i = TIME_DIGITS - 1; i >= 0; i--) {
      id.append(DIGITS[(int) (last >>> (5 * i)) & 31]);
    }
    for (int i = 0; i < RANDOM_DIGITS; i++) {
      id.append(DIGITS[random.nextInt(32)]);
    }
    return id.toString();
  }

  /** Whether a text has the form of such a name. */
  public static boolean valid(String text) {
    return ID.matcher(text).matches();
  }
}
