package org.emotone.training.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.emotone.network.Network;
import org.emotone.training.schedule.Moment;

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
  private final Objective objective;
  private final int classes;
  private final History history;

  /**
   * Prepares to train.
   *
   * @param network with the outputs of further tasks
   * @param classes of its outputs, the first ones
   */
  TrainingRun(
      Network network,
      int classes,
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
    this.classes = classes;
    this.objective = new Objective(options.loss(), classes, batches.sides());
    this.history = new History(options, validation.size() > 0);
  }

  /** Goes on after the last epoch of a checkpoint. */
  void resume(Checkpoint checkpoint) {
    state.restore(store.tensors(checkpoint.epoch()), checkpoint.steps(), checkpoint.epoch());
    history.resume(checkpoint);
  }

  /** Trains the epochs that are left. */
  TrainingResult run(EpochListener listener, StopFlag stop) {
    if (history.ended() > 0) {
      listener.resumed(List.copyOf(history.epochs()));
    }
    while (!history.finished()) {
      Optional<EpochMetrics> metrics = epoch(history.ended() + 1, listener, stop);
      if (metrics.isEmpty()) {
        return result(true);
      }
      history.add(metrics.get());
      store.save(
          new Checkpoint(
              history.ended(), history.best(), state.steps(), identity, history.epochs()),
          state.snapshot());
      listener.epochEnded(metrics.get());
    }
    return result(false);
  }

  private TrainingResult result(boolean interrupted) {
    return new TrainingResult(
        history.best() == 0 ? first : TrainingState.judged(store.tensors(history.best())),
        history.best(),
        history.epochs(),
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
        learningRate = learningRate(epoch);
        double loss = step(batch, learningRate, epoch, step);
        total += loss * batch.size();
        examples += batch.size();
        listener.stepEnded(epoch, step, batches.steps(), loss);
      }
    }
    if (state.endEpoch(epoch)) {
      FreshStatistics.compute(network, state.judged(), batches, epoch, identity.seed(), stop);
    }
    if (stop.raised()) {
      return Optional.empty();
    }
    Validation judged = validate(epoch);
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

  private double learningRate(int epoch) {
    WeightAveraging averaging = options.weightAveraging();
    double highest = options.optimiser().learningRate();
    if (averaging.averages(epoch) && averaging.rate() > 0) {
      return highest * averaging.rate();
    }
    long steps = (long) options.epochs() * batches.steps();
    return highest
        * options
            .schedule()
            .factor(new Moment(state.steps(), steps, batches.steps(), history.watched()));
  }

  private double step(Batch batch, double learningRate, int epoch, int step) {
    try (PointerScope scope = new PointerScope()) {
      Tensor targets = Tensors.create(batch.targets(), batch.size(), network.classes());
      Tensor logits =
          Forward.logits(network, new TorchOperations(state.weights().tensors(), true), batch);
      Tensor loss = objective.of(logits, targets);
      double value = loss.item_double();
      if (!Double.isFinite(value)) {
        throw diverged("training loss of epoch " + epoch + ", step " + step, value);
      }
      TensorVector total = new TensorVector(state.penalised(loss));
      state.step(torch.grad(total, state.learning()), learningRate, options.clip());
      return value;
    }
  }

  private TrainingException diverged(String what, double loss) {
    return new TrainingException(
        "The "
            + what
            + " is "
            + loss
            + ". Lower optimiser.learningRate ("
            + options.optimiser().learningRate()
            + ") or gradientClip ("
            + options.gradientClip()
            + "), and check that the features are finite");
  }

  private Validation validate(int epoch) {
    float[][] logits = Inference.logits(network, state.judged().tensors(), validation.features());
    Validation judged = Validation.of(logits, validation.labels(), classes);
    if (validation.size() > 0 && !Double.isFinite(judged.loss())) {
      throw diverged("validation loss of epoch " + epoch, judged.loss());
    }
    return judged;
  }

  @Override
  public void close() {
    state.close();
  }
}
