package org.emotone.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on standard error and an exit code. */
final class Failures {

  private Failures() {}

  /**
   * Reports a command that failed.
   *
   * @param debug whether to print the stack trace as well
   * @return exit code 1
   */
  static int report(Throwable failure, PrintWriter err, boolean debug) {
    err.println("emotone: " + line(failure));
    if (debug) {
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /**
   * Reports arguments that a command does not take.
   *
   * @return exit code 2
   */
  static int usage(ParameterException failure, PrintWriter err) {
    CommandLine at = failure.getCommandLine();
    String name = at.getCommandSpec().qualifiedName();
    StringBuilder text =
        new StringBuilder("emotone: ").append(oneLine(String.valueOf(failure.getMessage())));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        text.append("; did you mean ").append(String.join(" or ", suggestions)).append('?');
      }
    }
    err.println(text.append(" (see ").append(name).append(" --help)"));
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  /** What to tell the user of a failure, in one line. */
  static String line(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return line(unchecked.getCause());
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": no permission to use it";
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; give Java more, such as EMOTONE_JAVA_OPTS=-Xmx8g emotone …";
    }
    String message = failure.getMessage();
    boolean expected = failure instanceof Exception && isExpected(failure);
    if (expected && message != null && !message.isBlank()) {
      return oneLine(message);
    }
    return "this should not have happened: "
        + failure.getClass().getSimpleName()
        + (message == null ? "" : ": " + oneLine(message))
        + " (run it again with --debug to see where)";
  }

  /** Programming errors have a message for programmers; all others have one for users. */
  private static boolean isExpected(Throwable failure) {
    return !(failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof IndexOutOfBoundsException
        || failure instanceof ArithmeticException);
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
