package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {

  @Test
  void looksAtEverythingAndLoadsTheNativeLibraries() {
    String out = Console.run("doctor").out();
    assertThat(out)
        .containsPattern("ok +Java +" + Runtime.version().feature())
        .containsPattern("ok +ONNX Runtime +version \\S+ loaded")
        .contains("LibTorch", "memory", "cache folder", "microphone");
  }

  @Test
  void aCacheFolderThatCannotBeMadeIsAFaultWithARemedy(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Finding finding = Checkup.cacheFolder(file.resolve("cache"));
    assertThat(finding.state()).isEqualTo(Finding.State.FAULT);
    assertThat(finding.remedy()).contains("EMOTONE_HOME");
  }

  @Test
  void aCacheFolderThatCanBeMadeIsFine(@TempDir Path folder) {
    assertThat(Checkup.cacheFolder(folder.resolve("new/cache")).state())
        .isNotEqualTo(Finding.State.FAULT);
  }
}
