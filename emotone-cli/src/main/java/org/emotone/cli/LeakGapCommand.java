package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.report.LeakGapPlot;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.RunFolder;
import org.emotone.training.run.RunRequest;
import org.emotone.training.study.LeakGap;
import org.emotone.training.study.LeakGapResult;
import org.emotone.training.study.Partition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
final class LeakGapCommand extends StudyCommand<LeakGap, LeakGapResult> {

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

  LeakGapCommand() {
    super(LeakGap.KIND, LeakGap.class);
  }

  @Override
  LeakGap plan(Recipe recipe) {
    if (options().folders().isEmpty()) {
      throw options().usage("a corpus is missing: add --corpus ID=FOLDER, once for each");
    }
    try {
      List<Partition> named = partitions.stream().map(Partition::of).distinct().sorted().toList();
      return new LeakGap(new ArrayList<>(options().folders().keySet()), named, folds);
    } catch (IllegalArgumentException e) {
      throw options().usage(String.valueOf(e.getMessage()));
    }
  }

  @Override
  RunRequest request(LeakGap plan, Recipe recipe) throws IOException {
    return options().request(plan.corpora());
  }

  @Override
  Optional<LeakGapResult> run(LeakGap plan, Work work) throws IOException {
    return plan.run(work.study(), work.recipe(), work.request(), work.stop());
  }

  @Override
  void leave(LeakGapResult result, LeakGap plan, Work work) throws IOException {
    Path root = work.folder().root();
    RunFolder.write(root.resolve("leak-gap.md"), result.toMarkdown());
    LeakGapPlot.write(result, root.resolve("leak-gap.png"));
  }
}
