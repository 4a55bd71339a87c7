package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.report.reproduction.ReproductionPage;
import org.emotone.training.reproduction.ReproductionTable;
import org.emotone.training.run.RunFolder;
import picocli.CommandLine.Command;

/** {@code emotone reproduce}: published systems, run again. */
@Command(
    name = "reproduce",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Run published systems again, as published and with speakers kept apart.",
    description = {
      "",
      "Most published figures come from tests whose speakers the model has heard. Each system of "
          + "the catalogue is run as its figure was obtained, with several seeds, and once more "
          + "with speakers kept apart; the three figures are set side by side.",
      "",
      "Without NAMEs, all systems of recipes/reproduction/catalogue.yaml are run whose corpora are "
          + "given. Leaves reproduction.md, "
          + "reproduction.html, reproduction.json and the folders of the runs. It may be stopped at "
          + "any time, even killed: the same command goes on with what is not done yet.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone reproduce --list                            the systems, and what has been run",
      "  emotone reproduce tess-cnn1d --corpus tess=../tess  one of them",
      "  emotone reproduce --corpus ravdess=r --corpus tess=t --corpus savee=s",
      "  emotone reproduce tess-cnn1d --corpus tess=../tess --into docs"
    })
final class ReproduceCommand extends SystemsCommand {

  ReproduceCommand() {
    super("reproduction");
  }

  @Override
  void write(ReproductionTable table, Path tables) throws IOException {
    RunFolder.write(tables.resolve("reproduction.md"), table.toMarkdown());
    new ReproductionPage(table).write(tables.resolve("reproduction.html"));
  }

  @Override
  String text(ReproductionTable table) {
    return table.toText();
  }
}
