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
import org.emotone.training.engine.AugmentedExamples;
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
    Standing standing = Standing.begin(folder, clock);
    return guarded(new Job(recipe, request, folder, first, standing), stop);
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
      Map<String, Tensor> first = firstWeights(recipe);
      Standing standing = Standing.resume(folder, clock);
      return guarded(new Job(recipe, request, folder, first, standing), stop);
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

  /** What is to be done, and where. */
  private record Job(
      Recipe recipe,
      RunRequest request,
      RunFolder folder,
      Map<String, Tensor> first,
      Standing standing) {}

  private RunRecord guarded(Job job, StopFlag stop) throws IOException {
    try (Shutdown shutdown = new Shutdown(stop)) {
      return work(job, stop);
    } catch (InterruptedException e) {
      if (stop.raised()) {
        Thread.interrupted();
      } else {
        Thread.currentThread().interrupt();
      }
      job.standing().interrupted();
      return new RunRecord(job.folder(), job.recipe(), List.of(), 0, true, null);
    } catch (IOException | RuntimeException | Error e) {
      if (FullDisk.is(e)) {
        TrainingException full = FullDisk.of(job.folder(), e);
        job.standing().failed(full);
        throw full;
      }
      job.standing().failed(e);
      throw e;
    }
  }

  private RunRecord work(Job job, StopFlag stop) throws IOException, InterruptedException {
    Recipe recipe = job.recipe();
    RunFolder folder = job.folder();
    Material material = new MaterialReader(cache, listener, stop).read(recipe, job.request());
    job.standing().divided(material.split());
    listener.note(material.split().words() + "; " + material.split().overlap().words());
    material.gaps().forEach(listener::note);
    Environment environment =
        Environment.of(material, recipe.training().threads(), clock.instant().toString());
    RunFolder.write(folder.environment(), environment.toJson());
    Learned learned = learn(job, material, stop);
    TrainingResult result = learned.result();
    if (result.interrupted()) {
      job.standing().interrupted();
      return new RunRecord(folder, recipe, result.history(), result.bestEpoch(), true, null);
    }
    new MetricsLog(folder.metrics()).write(result.history());
    listener.stage("measuring on " + material.measured().size() + " clips");
    BundleWriter bundles = new BundleWriter(recipe, material, environment, learned);
    Guarding guarding = new Guarding(cache, listener, stop);
    Finish.Finished end =
        new Finish(recipe, material, bundles, card, guarding).finish(folder, result);
    job.standing().finished(learned.parameters(), result.bestEpoch(), end.temperature());
    writeArtifacts(end.run());
    return end.run();
  }

  private Learned learn(Job job, Material material, StopFlag stop)
      throws IOException, InterruptedException {
    Recipe recipe = job.recipe();
    Classifier classifier = recipe.classifier();
    if (classifier != null) {
      listener.stage("fitting on " + material.split().train().size() + " clips");
      return new ClassicalLearner(recipe, classifier, material, listener).learn(stop);
    }
    Network network = recipe.build(material.frontEnd().coefficients());
    job.standing().built(network.size());
    TrainingResult result = train(job, network, material, stop);
    byte[] nothing = new byte[0];
    if (result.interrupted()) {
      return new Learned(nothing, nothing, 0, result);
    }
    Safetensors.write(job.folder().weights(), result.weights(), Map.of("recipe", recipe.name()));
    byte[] onnx = OnnxExporter.export(network, result.weights(), Map.of("model", recipe.name()));
    return new Learned(onnx, onnx, network.size(), result);
  }

  private TrainingResult train(Job job, Network network, Material material, StopFlag stop)
      throws IOException, InterruptedException {
    Recipe recipe = job.recipe();
    RunFolder folder = job.folder();
    AugmentedExamples examples = new Augmenting(recipe, cache, listener, stop).examples(material);
    int clips = material.split().train().size();
    int copies = examples.examples().size() - clips;
    listener.stage(
        "training on " + clips + " clips" + (copies > 0 ? " and " + copies + " copies" : ""));
    Trainer trainer = new Trainer(network, recipe.training(), recipe.seed(), folder.checkpoints());
    return trainer.fit(
        examples,
        material.withSides(
            material.examples(material.split().validation()),
            material.split().validation(),
            recipe.training().sideTasks()),
        Start.from(job.first()).resuming(),
        new RunLog(new MetricsLog(folder.metrics()), artifacts.during(folder, recipe), listener),
        stop);
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
