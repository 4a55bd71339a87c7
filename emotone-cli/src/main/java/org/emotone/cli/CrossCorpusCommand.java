package org.emotone.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotone.report.CrossCorpusPlot;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.run.Evaluator;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.CrossCorpus;
import org.emotone.training.study.CrossCorpusResult;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
final class CrossCorpusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "Folds of speakers of each corpus, all of which are trained (default:"
              + " ${DEFAULT-VALUE}; at most the number of speakers).")
  private int folds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, RecipeException, InterruptedException {
    StudyFolder resumed = options.resumed();
    if (resumed != null) {
      CrossCorpus plan = resumed.readPlan(CrossCorpus.KIND, CrossCorpus.class);
      RunRequest request = resumed.readRequest().moved(options.folders());
      return run(plan, resumed.readRecipe(), request, resumed);
    }
    CrossCorpus plan = asked();
    Recipe recipe = options.recipe();
    RunRequest request = options.request(plan.corpora());
    StudyFolder folder = options.begun(recipe, CrossCorpus.KIND);
    folder.create(CrossCorpus.KIND, plan, recipe, request);
    return run(plan, recipe, request, folder);
  }

  private CrossCorpus asked() {
    if (options.folders().size() < 2) {
      throw options.usage(
          "a corpus is missing: two at least are needed, add --corpus ID=FOLDER for each");
    }
    try {
      return new CrossCorpus(new ArrayList<>(options.folders().keySet()), folds);
    } catch (IllegalArgumentException e) {
      throw options.usage("--" + e.getMessage());
    }
  }

  private int run(CrossCorpus plan, Recipe recipe, RunRequest request, StudyFolder folder)
      throws IOException, InterruptedException {
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Study study = new Study(StudyOptions.training(progress), folder, request, progress);
      Evaluator evaluator = new Evaluator(FeatureCache.ofUser(), progress);
      Optional<CrossCorpusResult> result =
          plan.run(study, folder, evaluator, recipe, request, new StopFlag());
      if (result.isEmpty()) {
        return options.stopped(folder, CrossCorpus.KIND);
      }
      RunFolder.write(
          folder.root().resolve("cross-corpus-figures.json"), result.get().toJson() + "\n");
      RunFolder.write(folder.root().resolve("cross-corpus.txt"), result.get().toText());
      CrossCorpusPlot.write(result.get(), folder.root().resolve("cross-corpus.png"));
      String printed = json ? result.get().toJson() : result.get().toText();
      spec.commandLine().getOut().println(printed.strip());
      options.err("took " + RunProgress.words(progress.elapsed()));
      return 0;
    }
  }
}
