package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.training.reproduction.BenchmarkTable;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.run.RunFolder;
import picocli.CommandLine.Command;

/** {@code emotone benchmark}: what our own recipes reach for new speakers. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure the best recipes for speakers never heard, on each corpus' usual folds.",
    description = {
      "",
      "Each benchmark is a corpus, its folds and what others reach on them. Its recipe is trained on "
          + "every fold with several seeds, from weights of a pre-training on the other corpora where "
          + "it says so, and the mean UAR is set beside what was to be reached. See "
          + "docs/accuracy.md.",
      "",
      "Without NAMEs, all benchmarks of recipes/benchmark/catalogue.yaml are run whose corpora are "
          + "given. Leaves benchmark.md, benchmark.json and the folders of the runs. It may be "
          + "stopped at any time, even killed: the same command goes on with what is not done yet.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone benchmark --list                       the benchmarks, and what has been run",
      "  emotone benchmark savee --corpus savee=s --corpus ravdess=r --corpus cremad=c --corpus tess=t",
    })
final class BenchmarkCommand extends SystemsCommand {

  BenchmarkCommand() {
    super("benchmark");
  }

  @Override
  void write(ReproductionTable table, Path tables) throws IOException {
    RunFolder.write(tables.resolve("benchmark.md"), new BenchmarkTable(table).toMarkdown());
  }

  @Override
  String text(ReproductionTable table) {
    return new BenchmarkTable(table).toText();
  }
}
