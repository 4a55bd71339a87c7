package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the modules as folders of source and as Maven projects. */
final class ModulesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            folder -> {
              Path info = folder.resolve("package-info.java");
              assertThat(info).exists();
              assertThat(Files.readString(info)).contains("/**").contains("@NullMarked");
            });
  }

  /** Of the modules; an example is a program of one file without a package. */
  private static List<Path> packages() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("src/main/java/"))
          .filter(file -> !file.startsWith(ROOT.resolve("examples")))
          .map(Path::getParent)
          .distinct()
          .toList();
    }
  }

  @Test
  void anEmbedderOfTheRuntimeGetsNoLibTorch() throws IOException {
    for (String module : List.of("emotone-audio", "emotone-features", "emotone-runtime")) {
      assertThat(Files.readString(ROOT.resolve(module).resolve("pom.xml")))
          .as(module)
          .doesNotContain("org.bytedeco", "emotone-training", "emotone-network");
    }
  }
}
