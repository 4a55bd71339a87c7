package org.emotone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.emotone.ModelBundle;
import org.emotone.batch.BatchEngine;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchRequest;
import org.emotone.batch.BatchSettings;
import org.emotone.batch.BatchWork;
import org.emotone.features.set.FeatureSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code emotone batch}: more recordings than one process can hear, on Apache Spark. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Hear any number of recordings on Apache Spark, into a Parquet table.",
    description = {
      "",
      "The table has a row for each recording (of timelines, for each segment); a recording that "
          + "cannot be heard is a row that says why, and never an error of the batch. Recordings "
          + "are committed in chunks: started again with the same --output, a batch goes on after "
          + "the last one, and leaves out what is in the table.",
      "",
      "An input is a folder, a file, a pattern, a table of paths (.csv with a header, .parquet; "
          + "columns path and, if only a part is meant, start and end in seconds) or a table of "
          + "sound (.parquet with a binary column content and a column path). Whatever Hadoop "
          + "reads can be named: hdfs://, s3a:// …",
      "",
      "Spark comes from Maven at the first batch (some 280 MB), or from SPARK_HOME. Machines of a "
          + "cluster need nothing but Spark and Java 17 or later: Emotone sends itself along. All of "
          + "them must see inputs and output under the names given here.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone batch --input calls --output heard           on all cores of this machine",
      "  emotone batch --input 's3a://b/2026/*/*.opus' --output s3a://b/heard \\",
      "    --master spark://host:7077 --conf spark.executor.memory=2g",
      "  emotone batch --input parts.csv --output t --work timelines",
      "  emotone batch --input calls --output f --work features --set egemaps",
      "",
      "docs/spark.md explains the columns, SQL and Python, streams, and what it costs."
    })
final class BatchCommand implements Callable<Integer> {

  private enum Work {
    RECOGNITIONS,
    TIMELINES,
    EMBEDDINGS,
    FEATURES
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-i", "--input"},
      paramLabel = "INPUT",
      required = true,
      description = "What is heard, see above; may be given several times.")
  private List<String> inputs = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      required = true,
      description = "The folder of the table; made if it is not there.")
  private String output = "";

  @Option(
      names = "--work",
      paramLabel = "WORK",
      defaultValue = "recognitions",
      description = "recognitions, timelines, embeddings or features (default: ${DEFAULT-VALUE}).")
  private Work work = Work.RECOGNITIONS;

  @Option(
      names = "--set",
      paramLabel = "NAME",
      defaultValue = "egemaps",
      description =
          "Which features (default: ${DEFAULT-VALUE}); 'emotone features --list' shows all.")
  private String set = "egemaps";

  @Mixin private TimelineTuning tuning = new TimelineTuning();

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Option(
      names = "--chunk",
      paramLabel = "N",
      defaultValue = "0",
      description = {
        "Recordings that are committed together, which an interruption loses (default: 10,000 or "
            + "200 for each core, whichever is more)."
      })
  private int chunk;

  @Option(
      names = "--split",
      paramLabel = "MINUTES",
      defaultValue = "30",
      description = {
        "Timelines of recordings longer than this are made by several tasks at once (default: "
            + "${DEFAULT-VALUE})."
      })
  private double split = 30;

  @Option(
      names = "--sound-column",
      paramLabel = "NAME",
      defaultValue = "content",
      description = "The column of sound of a table (default: ${DEFAULT-VALUE}).")
  private String soundColumn = "content";

  @Option(
      names = "--id-column",
      paramLabel = "NAME",
      defaultValue = "path",
      description = "The column that names the rows of such a table (default: ${DEFAULT-VALUE}).")
  private String idColumn = "path";

  @Mixin private SparkOptions spark = new SparkOptions();

  @Option(names = "--json", description = "Print what was done as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    BatchWork wanted = work();
    if (chunk < 0) {
      throw wrong("--chunk must be 0 or more, was " + chunk);
    }
    if (!(split >= 1)) {
      throw wrong("--split must be 1 minute or more, was " + split);
    }
    BatchEngine engine = SparkOptions.engine();
    BatchRequest request =
        new BatchRequest(
            wanted,
            ModelBundle.read(Models.find(model)),
            inputs,
            output,
            BatchSettings.DEFAULT
                .withChunk(chunk)
                .withSplitSeconds(60 * split)
                .withColumns(soundColumn, idColumn)
                .withEngine(spark.options(false)));
    PrintWriter err = spec.commandLine().getErr();
    try (BatchBar bar = new BatchBar(err)) {
      BatchProgress done = engine.run(request, bar);
      bar.close();
      print(done);
    }
    return 0;
  }

  private BatchWork work() {
    if (tuning.given() && work != Work.TIMELINES) {
      throw wrong("--window, --step and --stickiness need --work timelines");
    }
    return switch (work) {
      case RECOGNITIONS -> new BatchWork.Recognitions();
      case EMBEDDINGS -> new BatchWork.Embeddings();
      case TIMELINES -> new BatchWork.Timelines(tuning.settings());
      case FEATURES -> features();
    };
  }

  private BatchWork features() {
    try {
      return new BatchWork.Features(FeatureSet.byId(set).id());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--set: " + e.getMessage(), e);
    }
  }

  private ParameterException wrong(String line) {
    return new ParameterException(spec.commandLine(), line);
  }

  private void print(BatchProgress done) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(json(done));
      return;
    }
    out.printf(
        Locale.ROOT,
        "%d recordings heard (%s of sound), %d failed, %d were done before%n",
        done.done() - done.failed(),
        RunProgress.words(Duration.ofSeconds(Math.round(done.audioSeconds()))),
        done.failed(),
        done.skipped());
    done.failures().forEach((kind, count) -> out.printf("  %-12s %d%n", kind, count));
    out.printf(
        Locale.ROOT,
        "%.1f s, %s times as fast as the sound lasts; table in %s%n",
        done.seconds(),
        BatchBar.times(done),
        output);
  }

  private String json(BatchProgress done) throws IOException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("total", done.total());
    figures.put("skipped", done.skipped());
    figures.put("done", done.done());
    figures.put("failed", done.failed());
    figures.put("failures", done.failures());
    figures.put("audioSeconds", done.audioSeconds());
    figures.put("busySeconds", done.busySeconds());
    figures.put("seconds", done.seconds());
    figures.put("output", output);
    ObjectMapper mapper = new ObjectMapper();
    return mapper.writeValueAsString(mapper.<ObjectNode>valueToTree(figures));
  }
}
