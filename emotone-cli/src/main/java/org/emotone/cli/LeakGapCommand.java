package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.emotone.report.LeakGapPlot;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.LeakGap;
import org.emotone.training.study.LeakGapResult;
import org.emotone.training.study.Partition;
import org.emotone.training.study.Study;
import org.emotone.training.study.StudyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotone leak-gap}: what a figure owes to speakers that the model has heard. */
@Command(
    name = "leak-gap",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Train a recipe on leaky and on honest splits, and show the gap.",
    description = {
      "",
      "Most figures in the literature come from clips drawn at random, so that a model is "
          + "measured on speakers that it has learned from. This trains the same recipe on each "
          + "corpus with clips, with recordings (and their copies) and with whole speakers held "
          + "out, and prints the figures in a row. The share that is held out is the same, and so "
          + "is the validation, a tenth of the other clips.",
      "",
      "Leaves leak-gap.txt, leak-gap.md, leak-gap-figures.json and leak-gap.png in its folder, and the "
          + "folder of each run. It may be stopped at any time, even killed: --resume goes on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone leak-gap recipes/cnn2d-logmel.yaml --corpus ravdess=../ravdess",
      "  emotone leak-gap my.yaml --corpus tess=t --corpus emodb=e --folds 3",
      "  emotone leak-gap my.yaml --corpus emodb=e --partitions random,sentence,speakers",
      "  emotone leak-gap --resume runs/my-leak-gap-20260131-120000"
    })
final class LeakGapCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private StudyOptions options = new StudyOptions();

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How many times each is done, with another part held out (default: ${DEFAULT-VALUE}; at"
              + " most the number of speakers).")
  private int folds;

  @Option(
      names = "--partitions",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "random,recording,speakers",
      description = "What is held out: random, recording, sentence, speakers (default: all three).")
  private List<String> partitions = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException, RecipeException {
    StudyFolder resumed = options.resumed();
    if (resumed != null) {
      LeakGap gap = resumed.readPlan(LeakGap.KIND, LeakGap.class);
      RunRequest request = resumed.readRequest().moved(options.folders());
      return run(gap, resumed.readRecipe(), request, resumed);
    }
    LeakGap gap = asked();
    Recipe recipe = options.recipe();
    RunRequest request = options.request(gap.corpora());
    StudyFolder folder = options.begun(recipe, LeakGap.KIND);
    folder.create(LeakGap.KIND, gap, recipe, request);
    return run(gap, recipe, request, folder);
  }

  private LeakGap asked() {
    if (options.folders().isEmpty()) {
      throw options.usage("a corpus is missing: add --corpus ID=FOLDER, once for each");
    }
    try {
      List<Partition> named = partitions.stream().map(Partition::of).distinct().toList();
      return new LeakGap(new ArrayList<>(options.folders().keySet()), named, folds);
    } catch (IllegalArgumentException e) {
      throw options.usage(String.valueOf(e.getMessage()));
    }
  }

  private int run(LeakGap gap, Recipe recipe, RunRequest request, StudyFolder folder)
      throws IOException {
    try (RunProgress progress = new RunProgress(spec.commandLine().getErr())) {
      Study study = new Study(StudyOptions.training(progress), folder, request, progress);
      Optional<LeakGapResult> result = gap.run(study, recipe, request, new StopFlag());
      if (result.isEmpty()) {
        return options.stopped(folder, LeakGap.KIND);
      }
      write(result.get(), folder.root());
      String printed = json ? result.get().toJson() : result.get().toText();
      spec.commandLine().getOut().println(printed.strip());
      options.err("took " + RunProgress.words(progress.elapsed()));
      return 0;
    }
  }

  private static void write(LeakGapResult result, Path root) throws IOException {
    RunFolder.write(root.resolve("leak-gap-figures.json"), result.toJson() + "\n");
    RunFolder.write(root.resolve("leak-gap.txt"), result.toText());
    RunFolder.write(root.resolve("leak-gap.md"), result.toMarkdown());
    LeakGapPlot.write(result, root.resolve("leak-gap.png"));
  }
}
