package org.emotone.training.denoise;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Split;
import org.emotone.corpus.split.Splits;
import org.emotone.corpus.split.Validation;
import org.emotone.network.Initialiser;
import org.emotone.network.OnnxExporter;
import org.emotone.network.SequenceNetwork;
import org.emotone.network.Tensor;
import org.emotone.training.engine.SequenceEpoch;
import org.emotone.training.engine.SequenceResult;
import org.emotone.training.engine.SequenceTrainer;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.run.Shutdown;
import org.jspecify.annotations.Nullable;

/**
 * Trains a denoiser as a recipe says. Leaves a folder with the model {@code NAME.onnx}, its card
 * {@code NAME.md}, the losses {@code epochs.csv} and the checkpoint from which the same training
 * goes on.
 */
public final class DenoiserTraining {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int CLIPS_PER_VALIDATION = 10;

  private final DenoiserRecipe recipe;
  private final List<Corpus> corpora;
  private final Path folder;

  /**
   * What came of a training.
   *
   * @param model the file of the denoiser, of the epoch with the least validation loss
   * @param best that epoch; null if none ended
   * @param parameters of the network
   * @param interrupted whether it was stopped, and no model written
   */
  public record Outcome(
      Path model, @Nullable SequenceEpoch best, long parameters, boolean interrupted) {}

  /**
   * Prepares to train.
   *
   * @param corpora those of the recipe
   * @param folder where everything goes; one that holds a checkpoint of this training goes on
   */
  public DenoiserTraining(DenoiserRecipe recipe, List<Corpus> corpora, Path folder) {
    this.recipe = recipe;
    this.corpora = List.copyOf(corpora);
    this.folder = folder;
  }

  /**
   * Trains.
   *
   * @param listener hears how far it has come
   * @param stop asks to stop; what the epoch that is stopped has learned is lost
   * @throws TrainingException if there is nothing to learn from, if the folder holds another
   *     training, or as {@link SequenceTrainer#fit}
   * @throws IOException if results cannot be written
   */
  public Outcome run(DenoiserListener listener, StopFlag stop) throws IOException {
    SequenceNetwork network = recipe.build();
    listener.stage(String.format(Locale.ROOT, "%s: %,d parameters", recipe.name(), network.size()));
    Split split = split();
    listener.stage(
        "learning from clips of %d speakers, judged on %d others, %d are left for the test"
            .formatted(
                speakers(split.train()), speakers(split.validation()), recipe.test().size()));
    long seed = recipe.seed();
    Voices train = Voices.read(split.train(), recipe.clips(), seed, "training", listener::read);
    Voices validation =
        Voices.read(
            split.validation(),
            Math.max(20, recipe.clips() / CLIPS_PER_VALIDATION),
            seed,
            "validation",
            listener::read);
    SequenceTrainer trainer =
        new SequenceTrainer(
            network,
            recipe.training(),
            recipe.method().loss(),
            folder,
            identity(train, validation));
    try (Shutdown shutdown = new Shutdown(stop)) {
      SequenceResult result =
          trainer.fit(
              new Mixtures(recipe, train),
              new Mixtures(recipe, validation),
              first(network),
              seed,
              listener,
              stop);
      Path model = folder.resolve(recipe.name() + ".onnx");
      if (!result.interrupted()) {
        write(model, network, result, train, validation);
      }
      return new Outcome(model, result.best(), network.size(), result.interrupted());
    }
  }

  private Map<String, Tensor> first(SequenceNetwork network) {
    return recipe.initialiser() == DenoiserRecipe.Weights.HE_UNIFORM
        ? network.initial(recipe.seed(), Initialiser.HE_UNIFORM)
        : network.initial(recipe.seed());
  }

  private Split split() {
    List<Utterance> clips = new ArrayList<>();
    corpora.forEach(corpus -> clips.addAll(corpus.utterances()));
    try {
      return Splits.bySpeakers(
          clips,
          recipe.test(),
          new Validation.Speakers(recipe.validationSpeakers(), recipe.seed()));
    } catch (IllegalArgumentException e) {
      throw new TrainingException("the speakers of " + recipe.name() + ": " + e.getMessage(), e);
    }
  }

  private static long speakers(List<Utterance> clips) {
    return clips.stream().map(Utterance::speaker).distinct().count();
  }

  private String identity(Voices train, Voices validation) {
    StringBuilder text = new StringBuilder();
    try {
      text.append(JSON.writeValueAsString(recipe));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a recipe cannot be written as JSON", e);
    }
    train.all().forEach(voice -> text.append('\n').append(voice.clip().name()));
    validation.all().forEach(voice -> text.append("\n ").append(voice.clip().name()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private void write(
      Path model, SequenceNetwork network, SequenceResult result, Voices train, Voices validation)
      throws IOException {
    DenoiserCard card = new DenoiserCard(recipe, corpora, train, validation, network, result);
    byte[] onnx = OnnxExporter.export(network, result.weights(), card.metadata());
    Files.createDirectories(folder);
    Files.write(model, onnx);
    Files.writeString(folder.resolve(recipe.name() + ".md"), card.text(onnx.length));
    StringBuilder epochs = new StringBuilder("epoch,train_loss,validation_loss,seconds\n");
    result
        .epochs()
        .forEach(
            epoch ->
                epochs.append(
                    String.format(
                        Locale.ROOT,
                        "%d,%.6f,%.6f,%.1f\n",
                        epoch.epoch(),
                        epoch.trainLoss(),
                        epoch.validationLoss(),
                        epoch.seconds())));
    Files.writeString(folder.resolve("epochs.csv"), epochs);
  }
}
