package org.emotone.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What a command printed and how it ended.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record Console(int code, String out, String err) {

  /** Runs a command in this virtual machine. */
  static Console run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Console(code, out.toString(), err.toString());
  }
}
