package org.emotone.training.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.emotone.network.Network;
import org.emotone.network.Parameter;
import org.emotone.network.Tensor;

/**
 * Trains a network on feature matrices.
 *
 * <p>The same seed, options, network and examples give the same losses to the last digit on the
 * same machine with the same number of threads, also when training is stopped after any epoch and
 * resumed.
 */
public final class Trainer {

  private final Network network;
  private final TrainerOptions options;
  private final long seed;
  private final CheckpointStore store;

  /**
   * A trainer.
   *
   * @param checkpointFolder a folder for this training alone; made when the first epoch ends
   */
  public Trainer(Network network, TrainerOptions options, long seed, Path checkpointFolder) {
    this.network = network;
    this.options = options;
    this.seed = seed;
    this.store = new CheckpointStore(checkpointFolder);
  }

  /**
   * Trains from weights that the seed draws.
   *
   * @see #fit(Examples, Examples, Start, EpochListener, StopFlag)
   */
  public TrainingResult fit(
      Examples train, Examples validation, EpochListener listener, StopFlag stop) {
    return fit(train, validation, Start.fresh(), listener, stop);
  }

  /**
   * Trains on examples that stay as they are.
   *
   * @see #fit(AugmentedExamples, Examples, Start, EpochListener, StopFlag)
   */
  public TrainingResult fit(
      Examples train, Examples validation, Start start, EpochListener listener, StopFlag stop) {
    return fit(AugmentedExamples.plain(train), validation, start, listener, stop);
  }

  /**
   * Trains.
   *
   * @param augmented at least two examples
   * @param validation chooses the best epoch; without any examples, the last epoch is the best
   * @param start where from
   * @param listener hears of every step and epoch
   * @param stop asks to stop; what the epoch that is stopped has learned is lost
   * @throws TrainingException if LibTorch is missing, if the examples do not fit the network, if
   *     there is a checkpoint that {@code start} does not ask for or that is of another training,
   *     if a checkpoint cannot be written, if a clip cannot be read for augmentation, or if the
   *     loss is no longer a number; what the folder holds stays whole
   */
  public TrainingResult fit(
      AugmentedExamples augmented,
      Examples validation,
      Start start,
      EpochListener listener,
      StopFlag stop) {
    Examples train = augmented.examples();
    if (train.size() < 2) {
      throw new TrainingException("Training needs at least 2 examples, there are " + train.size());
    }
    if (!options.wholeClips() && options.cropFrames() < network.minimumFrames()) {
      throw new TrainingException(
          "cropFrames must be at least "
              + network.minimumFrames()
              + " for this network, was "
              + options.cropFrames());
    }
    new ExampleChecks(network, options).check(augmented, validation);
    SideHeads heads = new SideHeads(network, Targets.width(0, train));
    stop.started();
    try {
      LibTorch.require(options.threads());
      Identity identity = Identity.of(seed, network, options, augmented, validation);
      Optional<Checkpoint> checkpoint = checkpoint(start, identity);
      Map<String, Tensor> first = firstWeights(start.weights(), listener);
      if (stop.raised()) {
        return narrow(heads, stoppedBefore(checkpoint, first));
      }
      if (!heads.wide().equals(network)) {
        first = heads.widen(first, heads.wide().initial(weightSeed()));
      }
      Batches batches = new Batches(augmented, options, network.classes(), seed);
      try (TrainingRun run =
          new TrainingRun(
              heads.wide(),
              network.classes(),
              options,
              identity,
              store,
              batches,
              validation,
              first)) {
        checkpoint.ifPresent(run::resume);
        return narrow(heads, run.run(listener, stop));
      }
    } finally {
      stop.ended();
    }
  }

  /** The result when stopping was asked for before a step could be taken. */
  private TrainingResult stoppedBefore(Optional<Checkpoint> checkpoint, Map<String, Tensor> first) {
    return checkpoint
        .map(
            c ->
                new TrainingResult(
                    TrainingState.judged(store.tensors(c.bestEpoch())),
                    c.bestEpoch(),
                    c.history(),
                    true))
        .orElseGet(() -> new TrainingResult(first, 0, List.of(), true));
  }

  private static TrainingResult narrow(SideHeads heads, TrainingResult result) {
    return new TrainingResult(
        heads.narrow(result.weights()), result.bestEpoch(), result.history(), result.interrupted());
  }

  private Optional<Checkpoint> checkpoint(Start start, Identity identity) {
    Optional<Checkpoint> checkpoint = store.last();
    if (checkpoint.isEmpty()) {
      return checkpoint;
    }
    if (!start.resume()) {
      throw new TrainingException(
          store.folder()
              + " already holds a checkpoint of epoch "
              + checkpoint.get().epoch()
              + "; resume it or choose another folder");
    }
    List<String> differences = identity.differences(checkpoint.get().identity());
    if (!differences.isEmpty()) {
      throw new TrainingException(
          store.folder()
              + " holds a checkpoint of another training: its "
              + String.join(", ", differences)
              + " differ; choose another folder to start again");
    }
    return checkpoint;
  }

  private Map<String, Tensor> firstWeights(Map<String, Tensor> given, EpochListener listener) {
    Map<String, Tensor> weights = new LinkedHashMap<>(network.initial(weightSeed()));
    List<String> drawn = new ArrayList<>();
    for (Parameter parameter : network.parameters()) {
      Tensor value = given.get(parameter.name());
      if (value != null && Weights.fits(parameter, value)) {
        weights.put(parameter.name(), value);
      } else {
        drawn.add(parameter.name());
      }
    }
    if (!given.isEmpty()) {
      listener.note(
          "Took "
              + (weights.size() - drawn.size())
              + " of "
              + weights.size()
              + " parameters from the given weights"
              + (drawn.isEmpty() ? "" : "; drew " + String.join(", ", drawn)));
    }
    return weights;
  }

  private long weightSeed() {
    return Seeds.of(seed, Seeds.Purpose.WEIGHTS, 0, 0);
  }
}
