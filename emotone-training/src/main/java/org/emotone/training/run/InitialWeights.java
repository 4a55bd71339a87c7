package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.emotone.ModelBundle;
import org.emotone.network.Network;
import org.emotone.network.OnnxWeights;
import org.emotone.network.Safetensors;
import org.emotone.network.Tensor;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;

/** The weights that a recipe starts from. */
final class InitialWeights {

  private InitialWeights() {}

  /**
   * The weights of the recipe's bundle or safetensors file, empty if it names none.
   *
   * @throws TrainingException if the file holds none of the network's weights
   */
  static Map<String, Tensor> of(Recipe recipe) throws IOException {
    String path = recipe.initialWeights();
    if (path == null) {
      return Map.of();
    }
    Path file = Path.of(path);
    if (!Files.isRegularFile(file)) {
      throw new TrainingException("initialWeights: " + file + ": there is no such file");
    }
    boolean bundle = path.endsWith(".emotone");
    Network network = recipe.build();
    Map<String, Tensor> weights =
        bundle
            ? OnnxWeights.read(ModelBundle.read(file).network())
            : network.fromTorchvision(Safetensors.read(file).tensors());
    boolean fits = network.parameters().stream().anyMatch(p -> weights.containsKey(p.name()));
    if (!fits) {
      throw new TrainingException(
          file
              + ": none of its weights is called as one of the network's; is it of another model?");
    }
    return weights;
  }
}
