package org.emotone.training.record;

import java.util.List;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.run.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a list of runs says of one.
 *
 * @param folder of the run
 * @param name of the recipe
 * @param began when, such as {@code 2026-01-31T12:00:00Z}
 * @param corpora ids of its corpora
 * @param split how training and test were kept apart, in words; null if it has not come so far
 * @param overlap what training and test share, in words; null likewise
 * @param uar of the test; null until it is finished
 * @param uarLower lower end of its interval; null where there is none
 * @param uarUpper upper end of its interval; null where there is none
 * @param validationUar of the best epoch so far; null if none has ended or nothing is validated
 * @param parameters of the network
 * @param epochs that have ended
 * @param epochsPlanned by the recipe, which early stopping may not use up
 * @param bestEpoch the one that was kept, or the best so far; 0 for none
 * @param seconds that the epochs took
 * @param seed of the recipe
 * @param state how it stands
 * @param reason why it failed; null if it did not
 */
public record RunRow(
    String folder,
    String name,
    String began,
    List<String> corpora,
    @Nullable String split,
    @Nullable String overlap,
    @Nullable Double uar,
    @Nullable Double uarLower,
    @Nullable Double uarUpper,
    @Nullable Double validationUar,
    long parameters,
    int epochs,
    int epochsPlanned,
    int bestEpoch,
    double seconds,
    long seed,
    RunStatus.State state,
    @Nullable String reason) {

  /** The row of a run. */
  public static RunRow of(RecordedRun run) {
    Evaluation evaluation = run.evaluation();
    Interval interval = evaluation == null ? null : evaluation.uarInterval();
    int best = run.bestEpoch();
    double validation = best == 0 ? Double.NaN : run.history().get(best - 1).validationUar();
    return new RunRow(
        run.folder().root().toString(),
        run.recipe().name(),
        run.status().began(),
        run.recipe().corpora(),
        evaluation == null ? run.status().split() : evaluation.conditions().protocol(),
        evaluation == null ? run.status().overlap() : evaluation.conditions().overlap(),
        evaluation == null ? null : (Double) evaluation.uar(),
        interval == null ? null : (Double) interval.lower(),
        interval == null ? null : (Double) interval.upper(),
        Double.isNaN(validation) ? null : (Double) validation,
        run.status().parameters(),
        run.history().size(),
        run.recipe().training().epochs(),
        best,
        run.seconds(),
        run.recipe().seed(),
        run.status().now(),
        run.status().reason());
  }
}
