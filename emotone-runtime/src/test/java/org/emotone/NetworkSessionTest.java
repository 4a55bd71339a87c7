package org.emotone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkSessionTest {

  @Test
  void aNetworkThatDoesNotFitItsManifestIsRefused() {
    assertUnfit(TinyModel.network(9, 3), "input features is");
    assertUnfit(TinyModel.network(8, 4), "output logits is");
    assertUnfit(
        TinyModel.network("mel", TinyModel.dimension("batch"), 8, 3).toByteArray(),
        "has inputs [mel], needed is one features");
    assertUnfit(
        TinyModel.network("features", TinyModel.dimension(1), 8, 3).toByteArray(),
        "input features is");
    assertUnfit("no network".getBytes(StandardCharsets.UTF_8), "cannot be used");
    assertUnfit(new byte[0], "cannot be used");
  }

  private static void assertUnfit(byte[] network, String reason) {
    ModelBundle bundle = new ModelBundle(TinyModel.manifest(0.5), network, "");
    assertThatThrownBy(() -> Recognizer.of(bundle))
        .isInstanceOf(BundleException.class)
        .hasMessageContainingAll("network.onnx", reason)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aNetworkWithWeightsInAnotherFileIsRefused() throws IOException {
    Path weights = Path.of("target", "weights.bin");
    Files.write(weights, new byte[4 * TinyModel.BANDS * TinyModel.CLASSES.size()]);
    for (String place : List.of("target/weights.bin", weights.toAbsolutePath().toString())) {
      assertUnfit(TinyModel.networkWithWeightsIn(place), "xternal data path");
    }
  }

  @Test
  void recognitionNeedsNoLibTorch() {
    assertThatThrownBy(() -> Class.forName("org.bytedeco.pytorch.Tensor"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  /** From 1.29 on, ONNX Runtime holds the address of a collector and sends events to it. */
  @Test
  void theNativeLibraryKnowsNobodyToReportTo() throws IOException {
    String library = "/ai/onnxruntime/native/linux-x64/libonnxruntime.so";
    try (InputStream bytes = OrtEnvironment.class.getResourceAsStream(library)) {
      assertThat(bytes).as(library).isNotNull();
      String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(text.contains("OneCollector")).isFalse();
      assertThat(text.contains("OrtGetApiBase")).isTrue();
    }
  }
}
