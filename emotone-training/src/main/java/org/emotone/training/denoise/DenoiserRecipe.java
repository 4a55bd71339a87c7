package org.emotone.training.denoise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import org.emotone.network.Layer;
import org.emotone.network.SequenceNetwork;
import org.emotone.network.Sequential;
import org.emotone.training.Ranges;
import org.emotone.training.engine.SequenceOptions;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.jspecify.annotations.Nullable;

/**
 * A denoiser as a file: everything that decides what comes out of its training, but for the
 * recordings.
 *
 * @param name of the model: letters, digits, {@code . _ -}
 * @param description what it is, in a sentence; empty when left out
 * @param corpora ids of the corpora, at least one
 * @param test speakers that are never heard in training, such as {@code ravdess:01}
 * @param validationSpeakers share of the other speakers that choose the best epoch, 0.1 when left
 *     out
 * @param clips most clips that are drawn to learn from, and a tenth as many to validate; 1500 when
 *     left out
 * @param method what the network hears and answers
 * @param noises what is mixed with the speech, each as often; all when left out
 * @param snrDb least and greatest ratio of speech to noise in dB, −5 and 20 when left out
 * @param network its layers
 * @param initialiser how weights are drawn: {@code layers} as each layer does, which it is when
 *     left out, or {@code heUniform}
 * @param training how it is trained
 * @param seed of everything that is drawn, 1 when left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DenoiserRecipe(
    String name,
    String description,
    List<String> corpora,
    List<String> test,
    double validationSpeakers,
    int clips,
    Method method,
    List<NoiseKind> noises,
    List<Double> snrDb,
    List<Layer> network,
    Weights initialiser,
    SequenceOptions training,
    long seed) {

  /** How first weights are drawn. */
  public enum Weights {
    /** As each layer says. */
    @JsonProperty("layers")
    LAYERS,
    /** Uniform after He and others (2015), as Keras' {@code he_uniform}. */
    @JsonProperty("heUniform")
    HE_UNIFORM
  }

  /** Checks what can be checked without recordings. */
  public DenoiserRecipe {
    corpora = List.copyOf(corpora);
    test = List.copyOf(test);
    noises = List.copyOf(noises);
    snrDb = List.copyOf(snrDb);
    network = List.copyOf(network);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be of letters, digits and . _ -, was '" + name + "'");
    }
    if (corpora.isEmpty()) {
      throw new IllegalArgumentException("corpora must name at least one corpus");
    }
    if (noises.isEmpty()) {
      throw new IllegalArgumentException("noises must name at least one kind of noise");
    }
    Ranges.above("validationSpeakers", validationSpeakers, 0, 0.9);
    Ranges.atLeast("clips", clips, 20);
    if (snrDb.size() != 2
        || snrDb.get(0) < -30
        || snrDb.get(1) > 60
        || snrDb.get(0) > snrDb.get(1)) {
      throw new IllegalArgumentException(
          "snrDb must be two ratios in dB from -30 to 60, the lesser first, was " + snrDb);
    }
    new SequenceNetwork(new Sequential(network), method.coefficients(), method.outputs());
  }

  /** Fills in what is null, where it has a default. */
  @JsonCreator
  public static DenoiserRecipe of(
      @JsonProperty(value = "name", required = true) String name,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty(value = "corpora", required = true) List<String> corpora,
      @JsonProperty(value = "test", required = true) List<String> test,
      @JsonProperty("validationSpeakers") @Nullable Double validationSpeakers,
      @JsonProperty("clips") @Nullable Integer clips,
      @JsonProperty(value = "method", required = true) Method method,
      @JsonProperty("noises") @Nullable List<NoiseKind> noises,
      @JsonProperty("snrDb") @Nullable List<Double> snrDb,
      @JsonProperty(value = "network", required = true) List<Layer> network,
      @JsonProperty("initialiser") @Nullable Weights initialiser,
      @JsonProperty(value = "training", required = true) SequenceOptions training,
      @JsonProperty("seed") @Nullable Long seed) {
    return new DenoiserRecipe(
        name,
        description == null ? "" : description,
        corpora,
        test,
        validationSpeakers == null ? 0.1 : validationSpeakers,
        clips == null ? 1500 : clips,
        method,
        noises == null ? List.of(NoiseKind.values()) : noises,
        snrDb == null ? List.of(-5.0, 20.0) : snrDb,
        network,
        initialiser == null ? Weights.LAYERS : initialiser,
        training,
        seed == null ? 1 : seed);
  }

  /**
   * Reads and checks a recipe.
   *
   * @throws RecipeException if it cannot be read or is not valid, in one line
   */
  public static DenoiserRecipe read(Path file) throws RecipeException {
    return RecipeFile.parse(file.toString(), RecipeFile.text(file), DenoiserRecipe.class);
  }

  /** The network. */
  public SequenceNetwork build() {
    return new SequenceNetwork(new Sequential(network), method.coefficients(), method.outputs());
  }
}
