package org.emotone.training.reproduction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.emotone.ModelBundle;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Spread;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Evaluator;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunStatus;

/** Measures what a pre-training has learned on a corpus that it has not heard. */
public final class UnheardCorpus {

  private final Evaluator evaluator;

  /** Prepares to measure. */
  public UnheardCorpus(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * Measures a system that is nothing but its pre-training.
   *
   * @param model of the pre-training, in the folder of its run
   * @param recipe of the pre-training
   * @param needed all corpora that the system takes
   * @param place folder of the corpus
   * @throws TrainingException if the model has heard clips of the corpus, or none can be measured,
   *     in one line
   * @throws IOException if the corpus, the model or its run cannot be read
   * @throws InterruptedException if the thread was interrupted
   */
  public ReproducedSystem measure(
      PublishedSystem system, Path model, Recipe recipe, List<String> needed, Path place)
      throws IOException, InterruptedException {
    Unheard unheard = Objects.requireNonNull(system.unheard());
    Corpus corpus = Corpora.byId(unheard.corpus()).read(place);
    ModelBundle bundle = ModelBundle.read(model);
    Evaluator.Result result = evaluator.evaluate(bundle, List.of(corpus), Evaluator.Part.ALL);
    Evaluation evaluation =
        unheard.classes() == null
            ? result.evaluation()
            : result.among(unheard.classes()).evaluation();
    if (evaluation.conditions().sharedSpeakers() != 0) {
      throw new TrainingException(
          "%s: its pre-training has heard %s (%s)"
              .formatted(system.id(), corpus.id(), evaluation.conditions().overlap()));
    }
    RunFolder run = new RunFolder(Objects.requireNonNull(model.getParent()));
    return new ReproducedSystem(
        system.id(),
        List.of(corpus.id()),
        needed,
        evaluation.confusion().labels().size(),
        figures(evaluation),
        null,
        null,
        RunStatus.read(run.status()).parameters(),
        recipe.training().epochs(),
        Reproduction.seconds(List.of(run), recipe));
  }

  private static Figures figures(Evaluation evaluation) {
    return new Figures(
        Spread.of(evaluation.accuracy()),
        Spread.of(evaluation.uar()),
        null,
        Spread.of(evaluation.calibrationError()),
        evaluation.uarInterval(),
        1,
        evaluation.clips(),
        evaluation.conditions().protocol(),
        evaluation.conditions().overlap());
  }
}
