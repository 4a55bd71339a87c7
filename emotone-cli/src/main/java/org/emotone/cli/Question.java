package org.emotone.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Asks a question of yes or no; silence, as of a script without input, is no. */
final class Question {

  private Question() {}

  /**
   * Whether the next line of the input says yes.
   *
   * @param hint how to answer at once
   */
  static boolean yes(PrintWriter out, InputStream in, String question, String hint) {
    out.printf("%n%s [y/N] (%s) ", question, hint);
    out.flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
      if (answer == null) {
        out.println();
        return false;
      }
      String word = answer.strip().toLowerCase(Locale.ROOT);
      return word.equals("y") || word.equals("yes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
