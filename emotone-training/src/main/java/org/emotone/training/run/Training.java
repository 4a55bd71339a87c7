package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.emotone.network.Network;
import org.emotone.network.OnnxExporter;
import org.emotone.network.Safetensors;
import org.emotone.network.Tensor;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.classical.Classifier;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.LibTorch;
import org.emotone.training.engine.Start;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.Trainer;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.engine.TrainingResult;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;

/**
 * Runs recipes: reads the corpora, trains, calibrates on the validation speakers, measures on the
 * test through the exported network, and leaves a folder with the model and the whole record.
 *
 * <p>A run that was stopped, or whose process was killed, is resumed from its folder and ends as it
 * would have ended.
 */
public final class Training {

  private final FeatureCache cache;
  private final RunListener listener;
  private final Function<CardFacts, String> card;
  private final RunArtifacts artifacts;
  private final Clock clock;

  /**
   * Prepares to run.
   *
   * @param card writes the model's card, in Markdown
   * @param artifacts what else is wanted in the run's folder
   */
  public Training(
      FeatureCache cache,
      RunListener listener,
      Function<CardFacts, String> card,
      RunArtifacts artifacts,
      Clock clock) {
    this.cache = cache;
    this.listener = listener;
    this.card = card;
    this.artifacts = artifacts;
    this.clock = clock;
  }

  /**
   * Runs a recipe in a new folder. A SIGTERM or Ctrl-C stops it after the step it is in.
   *
   * @param folder that is not there yet, or is empty
   * @param stop stops it, too
   * @throws TrainingException if the recipe cannot be run, in one line
   * @throws IOException if files cannot be read or written
   */
  public RunRecord run(Recipe recipe, RunRequest request, RunFolder folder, StopFlag stop)
      throws IOException {
    Map<String, Tensor> first = firstWeights(recipe);
    folder.create();
    request.write(folder.request());
    RunFolder.write(folder.recipe(), RecipeFile.write(recipe));
    try {
      return guarded(recipe, request, folder, first, stop);
    } catch (IOException | TrainingException e) {
      folder.discard();
      throw e;
    }
  }

  /**
   * Goes on with a run where it stopped.
   *
   * @param moved folders of corpora that have moved since, by id
   * @throws TrainingException if the folder holds no run, or one that cannot go on, in one line
   * @throws IOException if files cannot be read or written
   */
  public RunRecord resume(RunFolder folder, Map<String, Path> moved, StopFlag stop)
      throws IOException {
    if (!Files.isRegularFile(folder.recipe()) || !Files.isRegularFile(folder.request())) {
      throw new TrainingException(
          folder.root() + ": no run to resume: there is no recipe.yaml and request.json in it");
    }
    RunRequest request = RunRequest.read(folder.request()).moved(moved);
    try {
      Recipe recipe = RecipeFile.read(folder.recipe());
      return guarded(recipe, request, folder, firstWeights(recipe), stop);
    } catch (RecipeException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What a network starts from, if there is LibTorch to train it; a classifier needs neither. */
  private static Map<String, Tensor> firstWeights(Recipe recipe) throws IOException {
    if (recipe.classifier() != null) {
      return Map.of();
    }
    LibTorch.require();
    return InitialWeights.of(recipe);
  }

  private RunRecord guarded(
      Recipe recipe, RunRequest request, RunFolder folder, Map<String, Tensor> first, StopFlag stop)
      throws IOException {
    try (Shutdown shutdown = new Shutdown(stop)) {
      return work(recipe, request, folder, first, stop);
    } catch (InterruptedException e) {
      if (stop.raised()) {
        Thread.interrupted();
      } else {
        Thread.currentThread().interrupt();
      }
      return new RunRecord(folder, recipe, List.of(), 0, true, null);
    }
  }

  private RunRecord work(
      Recipe recipe, RunRequest request, RunFolder folder, Map<String, Tensor> first, StopFlag stop)
      throws IOException, InterruptedException {
    Material material = new MaterialReader(cache, listener, stop).read(recipe, request);
    listener.note(material.split().words() + "; " + material.split().overlap().words());
    material.gaps().forEach(listener::note);
    Environment environment =
        Environment.of(material, recipe.training().threads(), clock.instant().toString());
    RunFolder.write(folder.environment(), environment.toJson());
    Learned learned = learn(recipe, material, folder, first, stop);
    TrainingResult result = learned.result();
    if (result.interrupted()) {
      return new RunRecord(folder, recipe, result.history(), result.bestEpoch(), true, null);
    }
    new MetricsLog(folder.metrics()).write(result.history());
    listener.stage("measuring on " + material.measured().size() + " clips");
    BundleWriter bundles = new BundleWriter(recipe, material, environment, learned);
    RunRecord run = new Finish(recipe, material, bundles, card).finish(folder, result);
    writeArtifacts(run);
    return run;
  }

  private Learned learn(
      Recipe recipe, Material material, RunFolder folder, Map<String, Tensor> first, StopFlag stop)
      throws IOException, InterruptedException {
    Classifier classifier = recipe.classifier();
    if (classifier != null) {
      listener.stage("fitting on " + material.split().train().size() + " clips");
      return new ClassicalLearner(recipe, classifier, material, listener).learn(stop);
    }
    TrainingResult result = train(recipe, material, folder, first, stop);
    byte[] nothing = new byte[0];
    if (result.interrupted()) {
      return new Learned(nothing, nothing, 0, result);
    }
    Safetensors.write(folder.weights(), result.weights(), Map.of("recipe", recipe.name()));
    Network network = recipe.build(material.frontEnd().coefficients());
    byte[] onnx = OnnxExporter.export(network, result.weights(), Map.of("model", recipe.name()));
    return new Learned(onnx, onnx, network.size(), result);
  }

  private TrainingResult train(
      Recipe recipe,
      Material material,
      RunFolder folder,
      Map<String, Tensor> first,
      StopFlag stop) {
    listener.stage("training on " + material.split().train().size() + " clips");
    Trainer trainer =
        new Trainer(
            recipe.build(material.frontEnd().coefficients()),
            recipe.training(),
            recipe.seed(),
            folder.checkpoints());
    return trainer.fit(
        material.withSides(
            material.trainingExamples(material.split().trainingSet()),
            material.split().train(),
            recipe.training().sideTasks()),
        material.withSides(
            material.examples(material.split().validation()),
            material.split().validation(),
            recipe.training().sideTasks()),
        Start.from(first).resuming(),
        logging(new MetricsLog(folder.metrics())),
        stop);
  }

  /** Passes everything on, once an epoch is on disk. */
  private RunListener logging(MetricsLog log) {
    return new RunListener() {
      @Override
      public void epochEnded(EpochMetrics metrics) {
        log.append(metrics);
        listener.epochEnded(metrics);
      }

      @Override
      public void stepEnded(int epoch, int step, int steps, double loss) {
        listener.stepEnded(epoch, step, steps, loss);
      }

      @Override
      public void note(String message) {
        listener.note(message);
      }
    };
  }

  private void writeArtifacts(RunRecord run) {
    try {
      artifacts.write(run);
    } catch (IOException | RuntimeException | LinkageError | InternalError e) {
      // Drawing needs fonts, which a small machine may lack. The model is worth more than a
      // picture.
      listener.note("plots could not be written: " + e);
    }
  }
}
