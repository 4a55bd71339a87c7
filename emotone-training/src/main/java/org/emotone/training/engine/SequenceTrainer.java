package org.emotone.training.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.SequenceNetwork;
import org.emotone.network.Tensor;
import org.emotone.training.schedule.Moment;

/**
 * Trains a network that answers every frame, on batches that are made as they are needed.
 *
 * <p>The same seed, options and batches give the same losses to the last digit on the same machine,
 * also when training is stopped after any epoch and resumed. It computes on one thread.
 */
public final class SequenceTrainer {

  private final SequenceNetwork network;
  private final SequenceOptions options;
  private final SequenceLoss loss;
  private final Path folder;
  private final String identity;

  /**
   * A trainer.
   *
   * @param folder of its checkpoint; made when the first epoch ends
   * @param identity of the training, such as a digest of recipe and clips: a checkpoint of another
   *     one is refused
   */
  public SequenceTrainer(
      SequenceNetwork network,
      SequenceOptions options,
      SequenceLoss loss,
      Path folder,
      String identity) {
    this.network = network;
    this.options = options;
    this.loss = loss;
    this.folder = folder;
    this.identity = identity;
  }

  /**
   * Trains, going on after the last epoch of the folder's checkpoint if there is one.
   *
   * @param first weights, if there is no checkpoint
   * @param seed of dropout
   * @throws TrainingException if LibTorch is missing, if the checkpoint is of another training or
   *     cannot be written, or if the loss is no longer a number
   * @throws IOException if a batch cannot be made
   */
  public SequenceResult fit(
      SequenceSource train,
      SequenceSource validation,
      Map<String, Tensor> first,
      long seed,
      SequenceListener listener,
      StopFlag stop)
      throws IOException {
    LibTorch.require(1);
    Optional<SequenceCheckpoint> checkpoint = SequenceCheckpoint.read(folder);
    if (checkpoint.isPresent() && !checkpoint.get().identity().equals(identity)) {
      throw new TrainingException(
          folder + " holds the checkpoint of another training; choose another folder");
    }
    stop.started();
    try (SequenceState state = new SequenceState(network, options, loss, first)) {
      checkpoint.ifPresent(state::restore);
      List<SequenceEpoch> epochs =
          new ArrayList<>(checkpoint.map(SequenceCheckpoint::epochs).orElse(List.of()));
      Map<String, Tensor> best = checkpoint.map(c -> c.kind(SequenceCheckpoint.BEST)).orElse(first);
      while (epochs.size() < options.epochs()) {
        Optional<SequenceEpoch> ended =
            epoch(state, epochs.size() + 1, train, validation, seed, listener, stop);
        if (ended.isEmpty()) {
          return new SequenceResult(best, List.copyOf(epochs), true);
        }
        epochs.add(ended.get());
        if (ended.get().equals(new SequenceResult(best, epochs, false).best())) {
          best = state.values();
        }
        save(state, epochs, best);
        listener.epochEnded(ended.get());
      }
      return new SequenceResult(best, List.copyOf(epochs), false);
    } finally {
      stop.ended();
    }
  }

  private void save(SequenceState state, List<SequenceEpoch> epochs, Map<String, Tensor> best) {
    Map<String, Tensor> tensors = state.snapshot();
    best.forEach((name, tensor) -> tensors.put(SequenceCheckpoint.BEST + name, tensor));
    new SequenceCheckpoint(identity, state.steps(), epochs, tensors).write(folder);
  }

  /** One epoch, or nothing if it was stopped. */
  private Optional<SequenceEpoch> epoch(
      SequenceState state,
      int epoch,
      SequenceSource train,
      SequenceSource validation,
      long seed,
      SequenceListener listener,
      StopFlag stop)
      throws IOException {
    final long began = System.nanoTime();
    torch.manual_seed(Seeds.of(seed, Seeds.Purpose.DROPOUT, epoch, 0));
    double total = 0;
    for (int step = 1; step <= options.steps(); step++) {
      if (stop.raised()) {
        return Optional.empty();
      }
      double value = state.step(train.batch(epoch, step), rate(state.steps()));
      check(value, "training loss of epoch " + epoch + ", step " + step);
      total += value;
      listener.stepEnded(epoch, step, options.steps(), value);
    }
    double judged = 0;
    for (int step = 1; step <= options.validationSteps(); step++) {
      if (stop.raised()) {
        return Optional.empty();
      }
      judged += state.loss(validation.batch(0, step));
    }
    judged /= options.validationSteps();
    check(judged, "validation loss of epoch " + epoch);
    return Optional.of(
        new SequenceEpoch(
            epoch,
            options.epochs(),
            total / options.steps(),
            judged,
            (System.nanoTime() - began) / 1e9));
  }

  private double rate(long step) {
    long steps = (long) options.epochs() * options.steps();
    return options.optimiser().learningRate()
        * options.schedule().factor(new Moment(step, steps, options.steps()));
  }

  private void check(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new TrainingException(
          "The "
              + what
              + " is "
              + value
              + ". Lower optimiser.learningRate ("
              + options.optimiser().learningRate()
              + ") or gradientClip ("
              + options.gradientClip()
              + ")");
    }
  }
}
