package org.emotone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.reader.Corpora;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code emotone corpus list}: the corpora that can be read. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "List the corpora that can be read.",
    description = {
      "",
      "Lists the corpora that Emotone reads, with the licences that their publishers state. "
          + "The id is what --corpus ID=FOLDER of train and evaluate takes.",
      ""
    },
    footerHeading = "%nExample:%n",
    footer = "  emotone corpus list")
final class CorpusListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String format = "%-13s  %-66s  %s%n";
    out.printf(format, "id", "corpus", "licence");
    for (CorpusReader reader : Corpora.readers()) {
      out.printf(format, reader.id(), reader.title(), reader.licence());
    }
    return 0;
  }
}
