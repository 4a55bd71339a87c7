package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {

  @Test
  void whatIsWrittenIsReadBack(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tiny.emotone");
    ModelBundle written = TinyModel.bundle();
    written.write(file);
    ModelBundle read = ModelBundle.read(file);
    assertThat(read.manifest()).isEqualTo(written.manifest());
    assertThat(read.network()).isEqualTo(written.network());
    assertThat(read.card()).isEqualTo(written.card());
    assertThat(read.id()).isEqualTo(written.id()).matches("[0-9a-f]{12}");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theSameContentGivesTheSameBytes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tiny.emotone");
    TinyModel.bundle().write(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(TinyModel.bundle().toBytes());
    assertThat(ModelBundle.read(file).toBytes()).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void theFormatIsTheSameOnEveryJava() {
    byte[] archive = StoredZip.encode(Map.of("card.md", new byte[] {1, 2, 3}));
    assertThat(Digests.sha256(archive))
        .isEqualTo("ee911093715340c42fcaf3ef1540cbfeffb0cd6be54cade9f2da2cc3421e78a6");
  }

  @Test
  void otherContentHasAnotherId() {
    ModelBundle bundle = TinyModel.bundle();
    ModelBundle other = new ModelBundle(bundle.manifest(), bundle.network(), "# Another\n");
    assertThat(other.id()).isNotEqualTo(bundle.id());
  }

  @Test
  void anyZipProgramCanOpenIt() throws IOException {
    List<String> names = new ArrayList<>();
    byte[] bytes = TinyModel.bundle().toBytes();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
        zip.readAllBytes();
      }
    }
    assertThat(names).containsExactly("manifest.json", "network.onnx", "card.md", "SHA256SUMS");
  }

  @Test
  void theCentralDirectoryIsOneThatJavaUnderstands(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("tiny.emotone");
    TinyModel.bundle().write(file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(4);
      byte[] card = zip.getInputStream(zip.getEntry("card.md")).readAllBytes();
      assertThat(new String(card, StandardCharsets.UTF_8)).isEqualTo("# A tiny model\n");
    }
  }

  @Test
  void aChangeOfAnyByteIsRefusedByName() {
    byte[] sound = TinyModel.bundle().toBytes();
    for (int at = 0; at < sound.length; at++) {
      for (int mask : new int[] {1 << at % 8, 0xff}) {
        byte[] changed = sound.clone();
        changed[at] ^= (byte) mask;
        Throwable thrown = catchThrowable(() -> ModelBundle.read(changed, "tiny.emotone"));
        assertThat(thrown).as("byte " + at).isInstanceOf(BundleException.class);
        assertThat(thrown.getMessage()).startsWith("tiny.emotone: ").doesNotContain("\n");
      }
    }
  }

  @Test
  void aChangedEntryIsNamed() {
    byte[] sound = TinyModel.bundle().toBytes();
    for (String name : List.of("manifest.json", "network.onnx", "card.md", "SHA256SUMS")) {
      byte[] changed = sound.clone();
      changed[indexOf(changed, name) + name.length() + 5] ^= 1;
      assertThatThrownBy(() -> ModelBundle.read(changed, "tiny.emotone"))
          .isInstanceOf(BundleException.class)
          .hasMessageContaining("tiny.emotone: entry ")
          .hasMessageMatching(
              name.equals("SHA256SUMS") ? ".*SHA256SUMS.*" : ".*entry " + name + " does not.*");
    }
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void everyTruncationIsRefused() {
    byte[] sound = TinyModel.bundle().toBytes();
    for (int length = 0; length < sound.length; length++) {
      byte[] part = Arrays.copyOf(sound, length);
      assertThat(catchThrowable(() -> ModelBundle.read(part, "tiny.emotone")))
          .as("%d bytes", length)
          .isInstanceOf(BundleException.class);
    }
  }

  @Test
  void somethingAppendedIsRefused() {
    byte[] sound = TinyModel.bundle().toBytes();
    byte[] longer = Arrays.copyOf(sound, sound.length + 1);
    assertThatThrownBy(() -> ModelBundle.read(longer, "tiny.emotone"))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("the directory at its end");
  }

  @Test
  void aZipBombIsRefusedBeforeItUnfolds() throws IOException {
    Map<String, byte[]> bomb = new LinkedHashMap<>();
    bomb.put("network.onnx", new byte[100_000_000]);
    assertRefused(deflated(bomb), "entry network.onnx is compressed");
  }

  @Test
  void entriesThatAModelDoesNotHaveAreRefused() {
    assertRefused(
        StoredZip.encode(Map.of("../evil.sh", new byte[1])), "holds an entry \"../evil.sh\"");
    assertRefused(StoredZip.encode(Map.of("/etc/passwd", new byte[1])), "holds an entry");
    assertRefused(StoredZip.encode(Map.of("a\nb", new byte[1])), "holds an entry \"a?b\"");
    assertRefused(StoredZip.encode(Map.of("MANIFEST.JSON", new byte[1])), "holds an entry");
  }

  @Test
  void aMissingEntryIsNamed() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("manifest.json", new byte[1]);
    assertRefused(StoredZip.encode(Digests.seal(entries)), "entry network.onnx is missing");
  }

  @Test
  void anEntryOverItsLimitIsRefused() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("card.md", new byte[(4 << 20) + 1]);
    assertRefused(StoredZip.encode(entries), "entry card.md has 4194305 bytes, more than");
    ModelBundle tiny = TinyModel.bundle();
    ModelBundle large = new ModelBundle(tiny.manifest(), new byte[(64 << 20) + 1], "");
    assertThatThrownBy(large::toBytes)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("network.onnx has 67108865 bytes");
  }

  @Test
  void aNewerFormatSaysSo() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    String json =
        TinyModel.manifest(0.5)
            .toJson()
            .replace("\"formatVersion\" : 1", "\"formatVersion\" : 2,\n\"new\" : 1");
    entries.put("manifest.json", json.getBytes(StandardCharsets.UTF_8));
    entries.put("network.onnx", new byte[1]);
    entries.put("card.md", new byte[0]);
    assertRefused(
        StoredZip.encode(Digests.seal(entries)),
        "format version 2 is not understood; this Emotone reads version 1, a newer one may read it");
  }

  @Test
  void whatIsNoBundleSaysSo(@TempDir Path folder) throws IOException {
    assertRefused(new byte[0], "the file is empty");
    assertRefused("hello".getBytes(StandardCharsets.UTF_8), "is not an Emotone model");
    assertThatThrownBy(() -> ModelBundle.read(folder.resolve("none.emotone")))
        .isInstanceOf(BundleException.class)
        .hasMessageEndingWith("none.emotone: there is no such file");
    assertThatThrownBy(() -> ModelBundle.read(folder))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("cannot be read");
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatThrownBy(() -> ModelBundle.read(bytes, "x.emotone"))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("x.emotone: ")
        .hasMessageContaining(reason);
  }

  private static byte[] deflated(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return out.toByteArray();
  }
}
