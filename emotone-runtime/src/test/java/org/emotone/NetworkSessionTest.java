package org.emotone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
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
}
