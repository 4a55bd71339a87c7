package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.Recognition;
import org.emotone.explain.Explanation;

/** A way to print what was heard, clip by clip. */
interface Listing {

  /** A clip that was heard. */
  void add(Path file, Recognition recognition) throws IOException;

  /**
   * A clip that could not be read.
   *
   * @param line why, in one line
   */
  void fail(Path file, String line) throws IOException;

  /**
   * Why the clip that was added last was heard so.
   *
   * @param picture the file that shows it
   */
  void explain(Explanation explanation, Path picture) throws IOException;

  /** After the last clip. */
  void end() throws IOException;
}
