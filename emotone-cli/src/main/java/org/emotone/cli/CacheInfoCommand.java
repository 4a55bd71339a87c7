package org.emotone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.training.cache.CacheFolder;
import org.emotone.training.cache.CacheFolder.Usage;
import org.emotone.training.cache.CacheStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code emotone cache info}: how much is kept. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Say how much is kept on disk, stage by stage.",
    footerHeading = "%nExamples:%n",
    footer = {"  emotone cache info", "  emotone cache info --json"})
final class CacheInfoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    CacheFolder cache = CacheFolder.ofUser();
    Map<CacheStage, Usage> usage = new EnumMap<>(CacheStage.class);
    for (CacheStage stage : CacheStage.values()) {
      usage.put(stage, cache.usage(stage));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(cache, usage));
    } else {
      print(out, cache, usage);
    }
    return 0;
  }

  private static void print(PrintWriter out, CacheFolder cache, Map<CacheStage, Usage> usage) {
    String row = "%-13s%10s%12s%6s  %s%n";
    out.printf("cache         %s%n%n", cache.root());
    out.printf(row, "stage", "entries", "size", "sets", "what");
    usage.forEach(
        (stage, used) ->
            out.printf(
                row,
                stage.id(),
                used.entries(),
                Bytes.words(used.bytes()),
                used.sets(),
                stage.words()));
    long all = usage.values().stream().mapToLong(Usage::bytes).sum();
    out.printf(row, "all", "", Bytes.words(all), "", "a set is made with the same parameters");
  }

  private static String json(CacheFolder cache, Map<CacheStage, Usage> usage) {
    ObjectNode json = new ObjectMapper().createObjectNode();
    json.put("folder", cache.root().toString());
    ObjectNode stages = json.putObject("stages");
    usage.forEach(
        (stage, used) ->
            stages
                .putObject(stage.id())
                .put("entries", used.entries())
                .put("bytes", used.bytes())
                .put("sets", used.sets()));
    return json.toPrettyString();
  }
}
