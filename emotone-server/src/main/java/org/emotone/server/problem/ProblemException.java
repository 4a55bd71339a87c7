package org.emotone.server.problem;

import java.io.Serial;
import java.util.OptionalInt;

/** Ends the handling of a request with a problem, which the client is told. */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final int retryAfter;

  /**
   * A problem.
   *
   * @param detail what was found, what was expected and what to do, in a line for the client
   */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, 0);
  }

  /**
   * A problem that may have passed after a while.
   *
   * @param detail what was found, what was expected and what to do, in a line for the client
   * @param retryAfter after how many seconds to try again, 1 or more; 0 for never
   */
  public ProblemException(ProblemCode code, String detail, int retryAfter) {
    super(detail);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** What kind of problem. */
  public ProblemCode code() {
    return code;
  }

  /** What to tell the client. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** After how many seconds to try again; empty if that would not help. */
  public OptionalInt retryAfter() {
    return retryAfter > 0 ? OptionalInt.of(retryAfter) : OptionalInt.empty();
  }
}
