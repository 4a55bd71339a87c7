package org.emotone.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Network;

/** The loop over epochs and steps of one training. */
final class TrainingRun implements AutoCloseable {

  private final Network network;
  private final TrainerOptions options;
  private final Identity identity;
  private final CheckpointStore store;
  private final Batches batches;
  private final Examples validation;
  private final Map<String, org.emotone.network.Tensor> first;
  private final TrainingState state;
  private final List<EpochMetrics> history = new ArrayList<>();
  private int bestEpoch;

  TrainingRun(
      Network network,
      TrainerOptions options,
      Identity identity,
      CheckpointStore store,
      Batches batches,
      Examples validation,
      Map<String, org.emotone.network.Tensor> first) {
    this.network = network;
    this.options = options;
    this.identity = identity;
    this.store = store;
    this.batches = batches;
    this.validation = validation;
    this.first = first;
    this.state = new TrainingState(network, options, first, batches.steps());
  }

  /** Goes on after the last epoch of a checkpoint. */
  void resume(Checkpoint checkpoint) {
    state.restore(store.tensors(checkpoint.epoch()), checkpoint.steps());
    history.addAll(checkpoint.history());
    bestEpoch = checkpoint.bestEpoch();
  }

  /** Trains the epochs that are left. */
  TrainingResult run(EpochListener listener, StopFlag stop) {
    while (!finished()) {
      Optional<EpochMetrics> metrics = epoch(history.size() + 1, listener, stop);
      if (metrics.isEmpty()) {
        return result(true);
      }
      history.add(metrics.get());
      if (bestEpoch == 0 || metrics.get().betterThan(history.get(bestEpoch - 1))) {
        bestEpoch = history.size();
      }
      store.save(
          new Checkpoint(history.size(), bestEpoch, state.steps(), identity, history),
          state.snapshot());
      listener.epochEnded(metrics.get());
    }
    return result(false);
  }

  private boolean finished() {
    int patience = options.earlyStopping().patience();
    return history.size() >= options.epochs()
        || (patience > 0 && history.size() - bestEpoch >= patience);
  }

  private TrainingResult result(boolean interrupted) {
    return new TrainingResult(
        bestEpoch == 0 ? first : TrainingState.judged(store.tensors(bestEpoch)),
        bestEpoch,
        history,
        interrupted);
  }

  /** One epoch, or nothing if it was stopped. */
  private Optional<EpochMetrics> epoch(int epoch, EpochListener listener, StopFlag stop) {
    final long began = System.nanoTime();
    torch.manual_seed(Seeds.of(identity.seed(), Seeds.Purpose.DROPOUT, epoch, 0));
    state.startEpoch(epoch - 1);
    double total = 0;
    long examples = 0;
    double learningRate = 0;
    try (Prefetch prefetch = new Prefetch(batches, epoch)) {
      for (int step = 1; step <= batches.steps(); step++) {
        if (stop.raised()) {
          return Optional.empty();
        }
        Batch batch = prefetch.next();
        learningRate = learningRate();
        double loss = step(batch, learningRate, epoch, step);
        total += loss * batch.size();
        examples += batch.size();
        listener.stepEnded(epoch, step, batches.steps(), loss);
      }
    }
    if (stop.raised()) {
      return Optional.empty();
    }
    Validation judged = validate();
    return Optional.of(
        new EpochMetrics(
            epoch,
            options.epochs(),
            total / examples,
            judged.loss(),
            judged.uar(),
            judged.accuracy(),
            learningRate,
            (System.nanoTime() - began) / 1e9));
  }

  private double learningRate() {
    return options.optimiser().learningRate()
        * options
            .schedule()
            .factor(state.steps(), (long) options.epochs() * batches.steps(), batches.steps());
  }

  private double step(Batch batch, double learningRate, int epoch, int step) {
    try (PointerScope scope = new PointerScope()) {
      int coefficients = network.coefficients();
      int frames = batch.features().length / batch.size() / coefficients;
      Tensor input = Tensors.create(batch.features(), batch.size(), frames, coefficients);
      Tensor targets = Tensors.create(batch.targets(), batch.size(), network.classes());
      Tensor logits = network.forward(new TorchOperations(state.weights().tensors(), true), input);
      Tensor loss =
          torch.log_softmax(logits, 1).mul(targets).sum().mul(new Scalar(-1.0 / batch.size()));
      double value = loss.item_double();
      if (!Double.isFinite(value)) {
        throw diverged(value, epoch, step);
      }
      TensorVector total = new TensorVector(state.penalised(loss));
      state.step(torch.grad(total, state.learning()), learningRate, options.gradientClip());
      return value;
    }
  }

  private TrainingException diverged(double loss, int epoch, int step) {
    return new TrainingException(
        "The training loss of epoch "
            + epoch
            + ", step "
            + step
            + " is "
            + loss
            + ". Lower optimiser.learningRate ("
            + options.optimiser().learningRate()
            + ") or gradientClip ("
            + options.gradientClip()
            + "), and check that the features are finite");
  }

  private Validation validate() {
    float[][] logits = Inference.logits(network, state.judged().tensors(), validation.features());
    return Validation.of(logits, validation.labels(), network.classes());
  }

  @Override
  public void close() {
    state.close();
  }
}
