package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class MainTest {

  @Test
  void helpTeachesWithExamplesAndEndsWithZero() {
    Console console = Console.run("--help");
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("emotone analyze samples", "doctor", "Exit codes");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void versionNamesEmotoneAndJava() {
    Console console = Console.run("--version");
    assertThat(console.code()).isZero();
    assertThat(console.out()).startsWith("emotone ").contains("Java ");
  }

  @Test
  void aCommandThatDoesNotExistIsWrongUsageInOneLine() {
    Console console = Console.run("doktor");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).startsWith("emotone: ").contains("doktor", "did you mean", "doctor");
  }

  @Test
  void noCommandIsWrongUsageInOneLine() {
    Console console = Console.run();
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
  }

  @Test
  void anUnknownOptionIsWrongUsageInOneLine() {
    Console console = Console.run("doctor", "--loud");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).contains("--loud", "emotone doctor --help");
  }
}
