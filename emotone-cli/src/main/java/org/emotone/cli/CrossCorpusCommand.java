package org.emotone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.emotone.report.CrossCorpusPlot;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Evaluator;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.CrossCorpus;
import org.emotone.training.study.CrossCorpusResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code emotone cross-corpus}: a recipe trained on each corpus and measured on all. */
@Command(
    name = "cross-corpus",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Train a recipe on each of several corpora and measure it on all of them.",
    description = {
      "",
      "Prints a matrix of UAR: what the recipe reaches on the corpus in the column when it was "
          + "trained on the one in the row. On its own corpus it is measured on folds of speakers "
          + "that were held out, on any other on all clips whose emotion the recipe has. Choose "
          + "labels that all corpora have, such as emotions6 or emotions4.",
      "",
      "Leaves cross-corpus.txt, cross-corpus-figures.json, cross-corpus.png and the folder of each "
          + "run. It may be stopped at any time, even killed: --resume goes on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cross-corpus recipes/cnn-small.yaml --corpus ravdess=r --corpus emodb=e",
      "  emotone cross-corpus my.yaml --corpus ravdess=r --corpus tess=t --corpus emodb=e --folds 2",
      "  emotone cross-corpus --resume runs/my-cross-corpus-20260131-120000"
    })
final class CrossCorpusCommand extends StudyCommand<CrossCorpus, CrossCorpusResult> {

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Folds of speakers of each corpus, all of which are trained (default:"
              + " ${DEFAULT-VALUE}; at most the number of speakers).")
  private int folds;

  CrossCorpusCommand() {
    super(CrossCorpus.KIND, CrossCorpus.class);
  }

  @Override
  CrossCorpus plan(Recipe recipe) {
    if (options().folders().size() < 2) {
      throw options()
          .usage("a corpus is missing: two at least are needed, add --corpus ID=FOLDER for each");
    }
    try {
      return new CrossCorpus(new ArrayList<>(options().folders().keySet()), folds);
    } catch (IllegalArgumentException e) {
      throw options().usage("--" + e.getMessage());
    }
  }

  @Override
  RunRequest request(CrossCorpus plan, Recipe recipe) throws IOException {
    return options().request(plan.corpora());
  }

  @Override
  Optional<CrossCorpusResult> run(CrossCorpus plan, Work work)
      throws IOException, InterruptedException {
    Evaluator evaluator = new Evaluator(FeatureCache.ofUser(), work.progress());
    return plan.run(
        work.study(), work.folder(), evaluator, work.recipe(), work.request(), work.stop());
  }

  @Override
  void leave(CrossCorpusResult result, CrossCorpus plan, Work work) throws IOException {
    CrossCorpusPlot.write(result, work.folder().root().resolve("cross-corpus.png"));
  }
}
