package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.emotone.training.cache.CacheFolder;
import org.emotone.training.cache.CacheStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone cache clear}: deletes what is kept. */
@Command(
    name = "clear",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Delete what is kept on disk.",
    description = {
      "",
      "Asks before it deletes. Nothing but the cache's own entries is deleted: no recording, no run, "
          + "no model. What is needed again is computed again.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone cache clear                     everything",
      "  emotone cache clear decoded trimmed     two stages",
      "  emotone cache clear --yes features      without asking, for scripts"
    })
final class CacheClearCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "STAGE",
      description = "decoded, trimmed, features or fingerprints; all of them if none is named.")
  private List<String> names = List.of();

  @Option(names = "--yes", description = "Do not ask.")
  private boolean sure;

  @Override
  public Integer call() throws IOException {
    CacheFolder cache = CacheFolder.ofUser();
    List<CacheStage> stages = stages();
    long bytes = 0;
    for (CacheStage stage : stages) {
      bytes += cache.usage(stage).bytes();
    }
    PrintWriter out = spec.commandLine().getOut();
    if (bytes == 0) {
      out.println("there is nothing to delete in " + cache.root());
      return 0;
    }
    String what = stages.stream().map(CacheStage::id).collect(Collectors.joining(", "));
    if (!sure
        && !Question.yes(
            out,
            System.in,
            "Delete %s (%s) in %s?".formatted(Bytes.words(bytes), what, cache.root()),
            "--yes does not ask")) {
      out.println("nothing was deleted");
      return 1;
    }
    for (CacheStage stage : stages) {
      CacheFolder.Usage deleted = cache.clear(stage);
      out.printf("%-13s %s deleted%n", stage.id(), Bytes.words(deleted.bytes()));
    }
    return 0;
  }

  private List<CacheStage> stages() {
    if (names.isEmpty()) {
      return List.of(CacheStage.values());
    }
    List<CacheStage> stages = new ArrayList<>();
    for (String name : names) {
      stages.add(
          CacheStage.of(name)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          "no stage is called '"
                              + name
                              + "'; there are "
                              + Arrays.stream(CacheStage.values())
                                  .map(CacheStage::id)
                                  .collect(Collectors.joining(", ")))));
    }
    return stages;
  }
}
