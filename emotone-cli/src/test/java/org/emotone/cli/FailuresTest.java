package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class FailuresTest {

  @Test
  void aMessageOfSeveralLinesBecomesOne() {
    assertThat(Failures.line(new IOException("a.wav: is not audio;\n  is it a text file?\n")))
        .isEqualTo("a.wav: is not audio; is it a text file?");
  }

  @Test
  void aMissingFileIsCalledMissing() {
    assertThat(Failures.line(new UncheckedIOException(new NoSuchFileException("gone.wav"))))
        .isEqualTo("gone.wav: there is no such file or folder");
  }

  @Test
  void aProgrammingErrorIsNotPassedOffAsTheUsersFault() {
    assertThat(Failures.line(new NullPointerException("x is null")))
        .startsWith("this should not have happened: NullPointerException")
        .contains("--debug");
  }

  @Test
  void aStackTraceIsPrintedOnlyWhenAskedFor() {
    assertThat(reported(false).lines()).hasSize(1);
    assertThat(reported(true)).contains("\tat org.emotone.cli.FailuresTest");
  }

  private static String reported(boolean debug) {
    StringWriter err = new StringWriter();
    assertThat(Failures.report(new IOException("no"), new PrintWriter(err, true), debug))
        .isEqualTo(1);
    return err.toString();
  }
}
