package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.corpus.votes.CrowdVotes.Human;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus votes}: how well people hear what the actors meant. */
@Command(
    name = "votes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Say how well people do on CREMA-D, from the votes of its listeners.",
    description = {
      "",
      "Reads tabulatedVotes.csv (votes on the voice alone) and prints how often the majority of the "
          + "listeners hears what the actor meant: over all clips that have votes and, of a folder, "
          + "over those whose recordings are in it. Of a tie of n emotions each counts as heard to "
          + "the part of 1/n.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus votes ~/corpora/cremad",
      "  emotone corpus votes processedResults/tabulatedVotes.csv"
    })
final class CorpusVotesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FOLDER|FILE",
      description = "The folder of CREMA-D, or tabulatedVotes.csv alone.")
  private Path path = Path.of("");

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    Map<String, Human> rows = new LinkedHashMap<>();
    if (Files.isRegularFile(path)) {
      rows.put("all clips with votes", CrowdVotes.read(path).human());
    } else {
      CrowdVotes votes =
          CrowdVotes.find(path)
              .orElseThrow(
                  () ->
                      new CorpusException(
                          path
                              + ": has no votes; expected processedResults/tabulatedVotes.csv of"
                              + " CREMA-D in it"));
      rows.put("all clips with votes", votes.human());
      CorpusReader reader = Corpora.byId("cremad");
      if (reader.recognises(path)) {
        rows.put("recordings here", votes.human(reader.read(path).utterances()));
      }
    }
    print(spec.commandLine().getOut(), rows);
    return 0;
  }

  private static void print(PrintWriter out, Map<String, Human> rows) {
    String format = "%-22s%7s%9s%8s%14s%7s%n";
    out.printf(format, "majority, voice only", "clips", "accuracy", "UAR", "single votes", "ties");
    rows.forEach(
        (name, human) ->
            out.printf(
                format,
                name,
                human.clips(),
                percent(human.accuracy()),
                percent(human.uar()),
                percent(human.singleVote()),
                human.ties()));
    out.printf("%n%-22s", "recall");
    for (Emotion emotion : Emotion.values()) {
      if (rows.values().iterator().next().recall().containsKey(emotion)) {
        out.printf("%9s", emotion.id());
      }
    }
    out.println();
    rows.forEach(
        (name, human) -> {
          out.printf("%-22s", name);
          human.recall().values().forEach(recall -> out.printf("%9s", percent(recall)));
          out.println();
        });
    rows.forEach(
        (name, human) -> {
          if (human.withoutVotes() > 0) {
            out.printf("%n%d clips of %s have no votes%n", human.withoutVotes(), name);
          }
        });
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
