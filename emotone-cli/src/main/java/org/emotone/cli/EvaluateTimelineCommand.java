package org.emotone.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.run.HeldOut;
import org.emotone.training.timeline.Conversation;
import org.emotone.training.timeline.TimelineEvaluation;
import org.emotone.training.timeline.TimelineScore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone evaluate-timeline}: scores timelines on talk put together of corpus clips. */
@Command(
    name = "evaluate-timeline",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure how well a model's timelines say which emotion is when.",
    description = {
      "",
      "Puts clips of one speaker at a time together to conversations, with pauses between them and "
          + "pink noise over all, and compares the timeline with what is known. Printed are, all "
          + "lower is better unless stated: the error rate (missed speech, false alarms and wrong "
          + "emotions as shares of the speech), the emotion diarization error rate (EDER) of Wang, "
          + "Ravanelli and Yacoubi (2023), which takes silence and neutral for the same and is a "
          + "share of the whole, both with an interval over speakers; the share of segments whose "
          + "emotion is found (higher is better), beside the accuracy on the same clips cut out at "
          + "their true boundaries; and how far known changes of emotion are from those heard.",
      "",
      "Of a corpus that the model was trained on, the clips that were held out are used, as by "
          + "evaluate; of any other, all.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone evaluate-timeline --corpus ravdess=../ravdess --corpus emodb=../emodb",
      "  emotone evaluate-timeline --window 2 --stickiness 0.9 --corpus ravdess=../ravdess",
      "  emotone evaluate-timeline --speakers ravdess:14,ravdess:15 --corpus ravdess=../ravdess"
    })
final class EvaluateTimelineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "MODEL",
      arity = "0..1",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private CorpusFolders corpora = new CorpusFolders();

  @Mixin private TimelineTuning tuning = new TimelineTuning();

  @Option(
      names = "--speakers",
      paramLabel = "ID",
      split = ",",
      description = {
        "Use the clips of these speakers, whatever the model heard of them: for choosing settings on "
            + "speakers of the training or the validation."
      })
  private @Nullable Set<String> speakers;

  @Option(
      names = "--clips",
      paramLabel = "N",
      defaultValue = "6",
      description = "Clips in a conversation (default: ${DEFAULT-VALUE}).")
  private int clips = 6;

  @Option(
      names = "--conversations",
      paramLabel = "N",
      defaultValue = "3",
      description = "Most conversations of a speaker (default: ${DEFAULT-VALUE}).")
  private int conversations = 3;

  @Option(
      names = "--pause",
      paramLabel = "SECONDS",
      split = ",",
      defaultValue = "0.3,2",
      description = {
        "Longest pause between clips; pauses are drawn from 0.1 s to this. Several give a row each "
            + "(default: ${DEFAULT-VALUE})."
      })
  private List<Double> pauses = List.of();

  @Option(
      names = "--snr",
      paramLabel = "DB",
      split = ",",
      defaultValue = "30,20,10",
      description = {
        "Level of speech above the noise. Several give a row each (default: ${DEFAULT-VALUE})."
      })
  private List<Double> snrs = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of what is drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    check();
    try (Recognizer recognizer = Recognizer.open(Models.find(model))) {
      List<Utterance> chosen = chosen(new HeldOut(recognizer.model().manifest()));
      TimelineEvaluation evaluation = new TimelineEvaluation(recognizer, tuning.settings());
      Output output = json ? new Json() : new Table();
      for (double pause : pauses) {
        for (double snr : snrs) {
          Conversation.Kind kind = new Conversation.Kind(clips, pause, snr, seed);
          try (Progress progress = Progress.of("listening", 1000)) {
            output.add(
                kind,
                evaluation.score(
                    chosen, kind, conversations, (done, all) -> progress.to(1000 * done / all)));
          }
        }
      }
      output.end();
    }
    return 0;
  }

  private void check() {
    corpora.required();
    if (clips < 1 || conversations < 1) {
      throw usage("--clips and --conversations must be at least 1");
    }
    if (pauses.stream().anyMatch(pause -> !(pause >= 0.1 && pause <= 60))) {
      throw usage("--pause must be from 0.1 to 60 s, was " + pauses);
    }
    if (snrs.stream().anyMatch(snr -> !(snr >= -20 && snr <= 100))) {
      throw usage("--snr must be from -20 to 100 dB, was " + snrs);
    }
    tuning.settings();
  }

  private ParameterException usage(String line) {
    return new ParameterException(spec.commandLine(), line);
  }

  private List<Utterance> chosen(HeldOut heldOut) throws IOException {
    List<Utterance> chosen = new ArrayList<>();
    for (Corpus corpus : corpora.read()) {
      Set<String> wanted = speakers;
      chosen.addAll(
          wanted == null
              ? heldOut.of(corpus)
              : corpus.utterances().stream()
                  .filter(clip -> wanted.contains(clip.speaker()))
                  .toList());
    }
    return chosen;
  }

  /** A way to print what was measured. */
  private interface Output {
    void add(Conversation.Kind kind, TimelineEvaluation.Result result);

    void end() throws IOException;
  }

  private final class Table implements Output {
    private final List<List<String>> rows = new ArrayList<>();

    Table() {
      rows.add(
          List.of(
              "pauses to",
              "SNR",
              "speakers",
              "talks",
              "error rate",
              "missed",
              "false",
              "wrong",
              "EDER",
              "segments",
              "cut out",
              "change off by",
              "within 0.5 s"));
    }

    @Override
    public void add(Conversation.Kind kind, TimelineEvaluation.Result result) {
      TimelineScore score = result.score();
      rows.add(
          List.of(
              text("%.1f s", kind.longestPause()),
              text("%.0f dB", kind.snrDb()),
              text("%d", result.speakers()),
              text("%d", result.conversations()),
              text("%.3f", score.errorRate()) + text(result.errorRate()),
              text("%.3f", score.missed() / score.speech()),
              text("%.3f", score.falseAlarm() / score.speech()),
              text("%.3f", score.confusion() / score.speech()),
              text("%.3f", score.eder()) + text(result.eder()),
              text("%.3f", score.segmentAccuracy()),
              text("%.3f", result.alone()),
              text("%.2f s", score.medianBoundaryError()),
              text("%.0f %%", 100 * score.changesFound(0.5))));
    }

    @Override
    public void end() {
      TextTable.print(rows, spec.commandLine().getOut());
    }
  }

  private static String text(@Nullable Interval interval) {
    return interval == null ? "" : text(" (%.3f … %.3f)", interval.lower(), interval.upper());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private final class Json implements Output {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ArrayNode rows = mapper.createArrayNode();

    @Override
    public void add(Conversation.Kind kind, TimelineEvaluation.Result result) {
      TimelineScore score = result.score();
      ObjectNode row = rows.addObject();
      row.put("longestPause", kind.longestPause()).put("snrDb", kind.snrDb());
      row.put("seed", kind.seed()).put("clips", kind.clips()).put("speakers", result.speakers());
      row.put("conversations", result.conversations());
      row.put("seconds", score.duration()).put("speechSeconds", score.speech());
      row.put("errorRate", score.errorRate()).put("missed", score.missed() / score.speech());
      row.put("falseAlarm", score.falseAlarm() / score.speech());
      row.put("confusion", score.confusion() / score.speech()).put("eder", score.eder());
      row.put("segmentAccuracy", score.segmentAccuracy()).put("clipAccuracy", result.alone());
      row.put("medianBoundaryError", score.medianBoundaryError());
      row.put("changesFound", score.changesFound(0.5));
      row.put("changesRight", score.changesRight(0.5));
      interval(row, "errorRateInterval", result.errorRate());
      interval(row, "ederInterval", result.eder());
    }

    private void interval(ObjectNode row, String name, @Nullable Interval interval) {
      if (interval != null) {
        row.putArray(name).add(interval.lower()).add(interval.upper());
      }
    }

    @Override
    public void end() throws IOException {
      spec.commandLine()
          .getOut()
          .println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    }
  }
}
