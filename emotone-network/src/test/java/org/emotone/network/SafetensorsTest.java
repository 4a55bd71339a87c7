package org.emotone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  /** Written by the Python package safetensors 0.8.0: float16, 32, 64, int64 and no values. */
  private static final String PYTHON =
      "SAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJzZWVkIjoiNyJ9LCJjb3VudCI6eyJkdHlwZSI6Ikk2"
          + "NCIsInNoYXBlIjpbMl0sImRhdGFfb2Zmc2V0cyI6WzAsMTZdfSwiZG91YmxlIjp7ImR0eXBlIjoi"
          + "RjY0Iiwic2hhcGUiOltdLCJkYXRhX29mZnNldHMiOlsxNiwyNF19LCJlbXB0eSI6eyJkdHlwZSI6"
          + "IkYzMiIsInNoYXBlIjpbMCwzXSwiZGF0YV9vZmZzZXRzIjpbMjQsMjRdfSwid2VpZ2h0Ijp7ImR0"
          + "eXBlIjoiRjMyIiwic2hhcGUiOlsyLDNdLCJkYXRhX29mZnNldHMiOlsyNCw0OF19LCJoYWxmIjp7"
          + "ImR0eXBlIjoiRjE2Iiwic2hhcGUiOls1XSwiZGF0YV9vZmZzZXRzIjpbNDgsNThdfX0g/f//////"
          + "//8AAAABAAAAAJqZmZmZmbk/AADAPwAAEMCCqPs3AAAAAAAAgH8AAOBAADwAuAEA/3tmLg==";

  private static byte[] write(Map<String, Tensor> tensors, Map<String, String> metadata) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Safetensors.write(bytes, tensors, metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] file(String header, int dataBytes) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static Tensor vector(float... values) {
    return new Tensor(new long[] {values.length}, values);
  }

  @Test
  void readsWhatTheReferenceImplementationWrote() throws Exception {
    Safetensors.Contents contents = Safetensors.read(Base64.getDecoder().decode(PYTHON), "python");

    assertThat(contents.metadata()).isEqualTo(Map.of("seed", "7"));
    assertThat(contents.tensors())
        .hasSize(5)
        .containsEntry(
            "weight",
            new Tensor(
                new long[] {2, 3},
                new float[] {1.5f, -2.25f, 3e-5f, 0, Float.POSITIVE_INFINITY, 7}))
        .containsEntry("half", vector(1, -0.5f, 0x1p-24f, 65504, 0x1.998p-4f))
        .containsEntry("double", new Tensor(new long[0], new float[] {0.1f}))
        .containsEntry("count", vector(-3, 16777216))
        .containsEntry("empty", new Tensor(new long[] {0, 3}, new float[0]));
  }

  @Test
  void readsBfloat16() throws Exception {
    byte[] bytes = file("{\"a\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[0,2]}}", 2);
    bytes[bytes.length - 2] = (byte) 0xc0;
    bytes[bytes.length - 1] = (byte) 0xbf;

    assertThat(Safetensors.read(bytes, "x").tensors()).containsEntry("a", vector(-1.5f));
  }

  @Test
  void writesTheBytesThatTheFormatDescribes() {
    byte[] expected =
        file(
            "{\"__metadata__\":{\"seed\":\"7\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}      ",
            4);
    expected[expected.length - 2] = (byte) 0x80;
    expected[expected.length - 1] = 0x3f;

    assertThat(write(Map.of("a", vector(1)), Map.of("seed", "7"))).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Map<String, Tensor>> tensors() {
    Arbitrary<Tensor> tensor =
        Arbitraries.longs()
            .between(0, 5)
            .array(long[].class)
            .ofMaxSize(4)
            .flatMap(
                shape ->
                    Arbitraries.floats()
                        .array(float[].class)
                        .ofSize((int) Tensor.size(shape))
                        .map(values -> new Tensor(shape, values)));
    return Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), tensor).ofMaxSize(6);
  }

  @Provide
  Arbitrary<Map<String, String>> texts() {
    return Arbitraries.maps(
            Arbitraries.strings().ofMaxLength(6), Arbitraries.strings().ofMaxLength(9))
        .ofMaxSize(4);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsRead(
      @ForAll("tensors") Map<String, Tensor> tensors, @ForAll("texts") Map<String, String> texts)
      throws IOException {
    Safetensors.Contents contents = Safetensors.read(write(tensors, texts), "memory");

    assertThat(contents).isEqualTo(new Safetensors.Contents(tensors, texts));
  }

  @Test
  void theOrderOfTheMapsDoesNotMatter() {
    Map<String, Tensor> tensors = new TreeMap<>(Comparator.reverseOrder());
    tensors.putAll(Map.of("a", vector(1), "b", vector(2), "c", vector(3)));

    assertThat(write(tensors, Map.of())).isEqualTo(write(new HashMap<>(tensors), Map.of()));
  }

  @Test
  void aFileIsReplacedWhole(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("weights.safetensors");
    float[] values = new float[100_000];
    values[99_999] = 4;
    Safetensors.write(file, Map.of("a", vector(1)), Map.of());
    Safetensors.write(file, Map.of("b", vector(values)), Map.of());

    assertThat(Safetensors.read(file).tensors()).isEqualTo(Map.of("b", vector(values)));
    assertThat(folder.toFile().list()).containsExactly("weights.safetensors");
  }

  @Test
  void aFileAboveTheLimitIsRefusedBeforeItIsRead(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("weights.safetensors");
    Safetensors.write(file, Map.of("a", vector(1)), Map.of());

    assertThatThrownBy(() -> Safetensors.read(file, 20))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("weights.safetensors")
        .hasMessageContaining("at most 20");
  }

  @Test
  void theNameOfTheMetadataIsNoNameForATensor() {
    assertThatThrownBy(() -> write(Map.of("__metadata__", vector(1)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}  | 4 | is the file complete
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}  | 9 | is the file complete
          {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}  | 8 | do not fit its shape
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}} | 12 | begins at 4 instead of 0
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}  | 8 | begins at 8
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 4 | overlap
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]}} | 12 | holes
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | 8 | Duplicate field 'a'
          {"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}} | 4 | Duplicate field 'dtype'
          {"a":{"dtype":"Q4","shape":[1],"data_offsets":[0,4]}}   | 4 | dtype Q4; can read
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}} | 4 | negative
          {"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}} | 4 | expected VALUE_NUMBER_INT
          {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,4]}} | 4 | out of range
          {"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}} | 0 | too large
          {"a":{"dtype":"F32","shape":[1073741824,4],"data_offsets":[0,17179869184]}} | 0 | more values
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}    | 4 | two numbers
          {"a":{"dtype":"F32","shape":[1]}}                       | 4 | needs dtype, shape
          {"a":{"dtype":"F32","shape":[[1]],"data_offsets":[0,4]}} | 4 | expected VALUE_NUMBER_INT
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"code":"x"}} | 4 | unknown key code
          {"a":1}                                                 | 0 | expected START_OBJECT
          {"__metadata__":{"a":1}}                                | 0 | expected VALUE_STRING
          {"__metadata__":{}}{}                                   | 0 | closing brace
          {"__metadata__":{}                                      | 0 | header
          [1]                                                     | 0 | not JSON
          """)
  void aHeaderThatLiesIsRefused(String header, int dataBytes, String reason) {
    assertThatThrownBy(() -> Safetensors.read(file(header, dataBytes), "bad.safetensors"))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageStartingWith("bad.safetensors: ")
        .hasMessageContaining(reason);
  }

  @Test
  void aLengthBeyondTheFileOrTheLimitIsRefused() {
    for (long length : new long[] {-1, 0, 1, 57, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
      byte[] bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
      assertThatThrownBy(() -> Safetensors.read(bytes, "x"))
          .isInstanceOf(SafetensorsException.class);
    }
    assertThatThrownBy(() -> Safetensors.read(new byte[7], "x"))
        .isInstanceOf(SafetensorsException.class)
        .hasMessageContaining("7 bytes");
  }

  @Property(tries = 2000)
  void aDamagedFileIsReadOrRefusedButNothingElse(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes =
        write(
            Map.of("weight", vector(1, 2, 3), "bias", new Tensor(new long[] {1, 1}, new float[1])),
            Map.of("seed", "7"));
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    byte[] damaged =
        random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;

    try {
      assertThat(Safetensors.read(damaged, "damaged").tensors()).hasSizeLessThan(4);
    } catch (SafetensorsException e) {
      assertThat(e).hasMessageStartingWith("damaged: ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
