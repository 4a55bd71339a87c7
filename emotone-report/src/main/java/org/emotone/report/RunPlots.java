package org.emotone.report;

import java.io.IOException;
import java.util.Locale;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.run.RunArtifacts;
import org.emotone.training.run.RunRecord;

/** Adds the pictures of a run to its folder: {@code curves.png} and {@code confusion.png}. */
public final class RunPlots implements RunArtifacts {

  @Override
  public void write(RunRecord run) throws IOException {
    String name = run.recipe().name();
    if (run.recipe().classifier() == null) {
      new LearningCurves(run.history(), run.bestEpoch(), name).write(run.folder().curvesPlot());
    }
    Evaluation evaluation = run.evaluation();
    if (evaluation != null) {
      plot(evaluation).write(run.folder().confusionPlot());
    }
  }

  /** The confusion matrix of an evaluation, with its conditions in the title. */
  public static ConfusionMatrixPlot plot(Evaluation evaluation) {
    String title =
        String.format(
            Locale.ROOT, "%s · UAR %.3f", evaluation.conditions().model(), evaluation.uar());
    String subtitle =
        String.format(
            Locale.ROOT,
            "%d clips of %s · %s",
            evaluation.clips(),
            String.join(", ", evaluation.conditions().corpora()),
            evaluation.conditions().overlap());
    return new ConfusionMatrixPlot(evaluation.confusion(), title, subtitle);
  }
}
