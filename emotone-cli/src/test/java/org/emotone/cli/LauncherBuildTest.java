package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When and how the launcher builds: a copy of it in a small checkout, with a stand-in for Maven.
 */
@Tag("launcher")
final class LauncherBuildTest {

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "cp",
          "date",
          "dirname",
          "env",
          "find",
          "grep",
          "head",
          "ln",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tail",
          "touch",
          "uname");

  /** What Maven leaves behind when the build succeeds. */
  private static final String BUILD =
      """
      target=emotone-cli/target
      mkdir -p $target/lib
      cp built.jar $target/emotone-cli.jar
      cp built.jar $target/lib/emotone-audio.jar
      cp built.jar $target/lib/other.jar
      """;

  private final Path root;

  /** Stands in for the PATH. */
  private final Path bin;

  LauncherBuildTest(@TempDir Path folder) {
    root = folder;
    bin = folder.resolve("bin");
  }

  @BeforeEach
  void makeACheckout() throws IOException {
    Files.copy(Started.LAUNCHER, root.resolve("emotone"));
    executable(root.resolve("emotone"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.createDirectories(root.resolve("emotone-cli/src/main/java"));
    Files.writeString(root.resolve("emotone-cli/pom.xml"), "<project/>");
    Files.writeString(root.resolve("emotone-cli/src/main/java/Hello.java"), "class Hello {}");
    writeJar(root.resolve("built.jar"));
    Files.createDirectory(bin);
    for (String tool : TOOLS) {
      Path found = Path.of("/usr/bin", tool);
      Path real = Files.exists(found) ? found : Path.of("/bin", tool);
      Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
      executable(bin.resolve(tool));
    }
    setBack();
  }

  @Test
  void buildsOnFirstUseAndThenOnlyAfterAChange() throws IOException {
    maven("sleep 0.2; " + BUILD);
    assertThat(start().err()).contains("Building Emotone (first use, a few minutes)");
    assertThat(start().err()).doesNotContain("Building");
    Files.writeString(root.resolve("emotone-cli/src/main/java/New.java"), "class New {}");
    assertThat(start().err()).contains("Building Emotone (its sources changed)");
    assertThat(start()).isEqualTo(new Started(0, "hello\n", ""));
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void twoStartsAtOnceBuildOnce() throws IOException {
    maven("sleep 2; " + BUILD);
    CompletableFuture<Started> other = CompletableFuture.supplyAsync(this::start);
    assertThat(start().out()).isEqualTo("hello\n");
    assertThat(other.join().out()).isEqualTo("hello\n");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void aLockThatAKilledStartLeftIsNoObstacle() throws IOException {
    maven(BUILD);
    Path lock = Files.createDirectories(root.resolve("target/app/lock"));
    Files.writeString(lock.resolve("pid"), "99999999");
    assertThat(start().out()).isEqualTo("hello\n");
  }

  @Test
  void goesOnlineOnlyForWhatIsMissing() throws IOException {
    maven(
        "case \" $* \" in *' -o '*) echo '[ERROR] Cannot access repo in offline mode'; exit 1;; esac\n"
            + BUILD);
    assertThat(start().out()).isEqualTo("hello\n");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void aBuildThatFailsShowsItsErrorsAndIsTriedAgain() throws IOException {
    maven("echo '[ERROR] Hello.java:[1,1] not a statement'; exit 1");
    Started failed = start();
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("[ERROR] Hello.java:[1,1] not a statement")
        .contains(
            "the build failed; the whole log is in " + root.toRealPath() + "/target/build.log");
    maven(BUILD);
    assertThat(start().out()).isEqualTo("hello\n");
  }

  @Test
  void saysInOneLineThatMavenIsMissing() {
    Started started = start();
    assertThat(started.code()).isEqualTo(1);
    assertThat(started.err()).hasLineCount(1).contains("no Maven found", "apt-get install maven");
  }

  private Started start() {
    return Started.run(
        root,
        root.resolve("emotone"),
        Map.of("PATH", bin.toString(), "JAVA_HOME", Started.JAVA_HOME),
        "hello");
  }

  /** Puts a stand-in for Maven on the PATH that counts its calls. */
  private void maven(String script) throws IOException {
    Path file = bin.resolve("mvn");
    Files.writeString(file, "#!/usr/bin/env bash\necho build >> calls\n" + script + "\n");
    executable(file);
  }

  private int builds() throws IOException {
    return Files.readAllLines(root.resolve("calls")).size();
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Makes every file of the checkout a minute old, so that no test depends on the clock's step. */
  private void setBack() throws IOException {
    FileTime before = FileTime.from(Instant.now().minusSeconds(60));
    try (var files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, before);
      }
    }
  }

  /** A jar whose main class prints its argument: the smallest that Java starts. */
  private static void writeJar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
    String entry = Echo.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        var bytes = Echo.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      jar.write(bytes.readAllBytes());
    }
  }
}
