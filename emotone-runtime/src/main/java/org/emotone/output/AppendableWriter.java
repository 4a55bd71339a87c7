package org.emotone.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Hands characters on; flushes and closes nothing. */
final class AppendableWriter extends Writer {

  private final Appendable out;

  AppendableWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    out.append(CharBuffer.wrap(characters, offset, length));
  }

  @Override
  public void flush() {
    // Nothing is held back here.
  }

  @Override
  public void close() {
    // Whoever opened the target closes it.
  }
}
