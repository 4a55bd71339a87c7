package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.emotone.ModelBundle;

/**
 * What a command printed and how it ended.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Console(int code, String out, String err) {

  static {
    told();
  }

  /**
   * Has said what is said once of the shipped model, so that no test hangs on which comes first.
   */
  static void told() {
    try {
      ModelBundle shipped = ModelBundle.read(Path.of("..", "models", "default.emotone"));
      LicenceNote.first(shipped, Places.home());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command in this virtual machine. */
  static Console run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Console(code, out.toString(), err.toString());
  }
}
