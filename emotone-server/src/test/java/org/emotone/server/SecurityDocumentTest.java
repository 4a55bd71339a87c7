package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** SECURITY.md names tests that there are. */
final class SecurityDocumentTest {

  private static final Path TESTS = Path.of("src/test/java/org/emotone/server");
  private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]*Test)\\.([a-zA-Z]+)`");

  @Test
  void everyTestThatItNamesIsThere() throws IOException {
    String document = Files.readString(Served.ROOT.resolve("SECURITY.md"));
    assertThat(NAMED.matcher(document).results().count()).isGreaterThan(20);
    for (MatchResult named : NAMED.matcher(document).results().toList()) {
      assertThat(TESTS.resolve(named.group(1) + ".java"))
          .content()
          .contains("void " + named.group(2) + "(");
    }
  }
}
