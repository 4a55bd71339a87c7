package org.emotone.training.recipe;

import java.util.ArrayList;
import java.util.List;
import org.emotone.network.LayerException;
import org.emotone.network.Network;
import org.jspecify.annotations.Nullable;

/** Checks that a recipe's network fits its features, its classes and its lengths. */
final class NetworkCheck {

  private static final List<Object> NETWORK = List.of("network");

  private NetworkCheck() {}

  static void check(Recipe recipe, YamlSource source) throws RecipeException {
    if (recipe.classifier() != null) {
      return;
    }
    Network network;
    try {
      network = recipe.build();
    } catch (IllegalArgumentException e) {
      throw source.error(path(e, source), String.valueOf(e.getMessage()), e);
    }
    int least = network.minimumFrames();
    int served = recipe.frontEnd().length().minFrames();
    if (served < least) {
      throw source.error(
          List.of("frontEnd", "length", "minFrames"),
          "must be at least " + least + ", the fewest frames that the network takes, was " + served,
          null);
    }
    if (!network.takesLongerThan(least)) {
      checkFixed(recipe, source, least);
    }
    int crop = recipe.training().cropFrames();
    if (crop == 0 && !network.takesPadding()) {
      throw source.error(
          List.of("training", "cropFrames"),
          "must not be 0: whole clips are padded to the longest of a batch, and the network has a"
              + " layer that cannot keep padding apart from a clip",
          null);
    }
    if (crop > 0 && crop < least) {
      throw source.error(
          List.of("training", "cropFrames"),
          "must be at least " + least + ", the fewest frames that the network takes, was " + crop,
          null);
    }
  }

  /** A network that takes one length must get it from the front-end and in training. */
  private static void checkFixed(Recipe recipe, YamlSource source, int frames)
      throws RecipeException {
    int most = recipe.frontEnd().length().maxFrames();
    if (most != frames) {
      throw source.error(
          List.of("frontEnd", "length", "maxFrames"),
          "must be " + frames + ", the only length that the network takes, was " + most,
          null);
    }
    int crop = recipe.training().cropFrames();
    if (crop != frames) {
      throw source.error(
          List.of("training", "cropFrames"),
          "must be " + frames + ", the only length that the network takes, was " + crop,
          null);
    }
  }

  /** Where the layer stands that an error names; {@code 3.body.0} is {@code network[3].body…}. */
  private static List<Object> path(IllegalArgumentException error, YamlSource source) {
    @Nullable Throwable cause = error;
    while (cause != null && !(cause instanceof LayerException)) {
      cause = cause.getCause();
    }
    if (!(cause instanceof LayerException layer) || layer.path().isEmpty()) {
      return NETWORK;
    }
    List<Object> path = new ArrayList<>(NETWORK);
    for (String step : layer.path().split("\\.", -1)) {
      if (!step.matches("[0-9]+")) {
        path.add(step);
        continue;
      }
      List<Object> inside = new ArrayList<>(path);
      inside.add("layers");
      if (source.has(inside)) {
        path.add("layers");
      }
      path.add(Integer.valueOf(step));
    }
    return path;
  }
}
