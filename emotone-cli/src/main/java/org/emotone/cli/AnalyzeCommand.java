package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.EmbeddedRecognition;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioStream;
import org.emotone.output.TimelineFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone analyze}: what is heard in recordings. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Say which emotion is heard in recordings.",
    description = {
      "",
      "Hears WAV, AIFF, AU, FLAC, MP3, Ogg (Opus, Vorbis), WebM and more, told by content and not "
          + "by name. Folders are searched with all folders in them. A file that cannot "
          + "be read gets one line on standard error, the others are analysed all the same, and "
          + "the exit code is 1.",
      "",
      "The confidence is the model's calibrated probability. 'uncertain' means that it is "
          + "too low for an answer, or that there is nothing to hear; the best guess follows in "
          + "brackets.",
      "",
      "Recordings may be hours long: they are read as a stream, in bounded memory. What lasts more "
          + "than a minute is heard in parts of 30 s, and the answer is the mean over them, each as "
          + "heavy as the speech in it is long.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone analyze samples                  all clips of a folder",
      "  emotone analyze a.wav b.flac             several files",
      "  emotone analyze --top 3 a.wav            the three best classes of each",
      "  emotone analyze --json calls > out.json  for programs: all probabilities, which sum to 1",
      "  emotone analyze --csv calls > out.csv    for spreadsheets",
      "  emotone analyze --quality calls          and what is wrong with the recordings",
      "  emotone analyze --explain a.wav          and why: cues in words, a picture of what matters",
      "  emotone analyze --timeline call.wav      which emotion when, in segments",
      "  emotone analyze --timeline --speakers 2 call.wav",
      "                                           and which of two people speaks",
      "  emotone analyze --timeline --json calls --out timelines --resume",
      "                                           a file for each; goes on where it was stopped",
      "  emotone analyze --format webvtt a.wav    captions; also for Praat, ELAN, Audacity …",
      "  emotone analyze --timeline --plot --page --out look a.wav",
      "                                           a picture, and a page with a player",
      "  emotone analyze --embeddings e.npy calls what the network's last layer hears of each",
      "  emotone analyze --model my.emotone a.wav with a model of your own",
      "  emotone analyze --raw s16le:8000:1 a.pcm samples without a header",
      "  emotone analyze --partial broken.flac    what can be read of a damaged file",
      "  ffmpeg -i a.mp4 -f wav - | emotone analyze -"
    })
final class AnalyzeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files and folders; - reads a file from standard input.")
  private List<Path> paths = List.of();

  @ArgGroup private Form form = new Form();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Show the N best classes of each clip (table and JSON).")
  private @Nullable Integer top;

  @Option(
      names = "--quality",
      description = {
        "Say what was measured of each recording: rate, level, clipping, speech and silence, noise, "
            + "bandwidth, offset. JSON always holds it."
      })
  private boolean quality;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Mixin private ExplainOptions explaining = new ExplainOptions();
  @Mixin private TimelineOptions timeline = new TimelineOptions();

  @Mixin private EmbeddingsOption embeddings = new EmbeddingsOption();

  /** Of these, one may be given. */
  static final class Form {
    @Option(names = "--json", description = "Print a JSON array with an object for each file.")
    private boolean json;

    @Option(names = "--csv", description = "Print comma-separated values with a header.")
    private boolean csv;

    @Option(
        names = "--format",
        paramLabel = "FORMAT",
        converter = FormatConverter.class,
        completionCandidates = FormatConverter.class,
        description = {
          "Write for other programs: ${COMPLETION-CANDIDATES}. Those that can only say when "
              + "something is heard imply --timeline; audformat needs --out."
        })
    private @Nullable TimelineFormat format;

    private TimelineForm form() {
      return new TimelineForm(json ? TimelineFormat.JSON : csv ? TimelineFormat.CSV : format);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (top != null && top < 1) {
      throw new ParameterException(spec.commandLine(), "--top must be at least 1, was " + top);
    }
    TimelineForm wanted = form.form();
    if (explaining.wanted() && (embeddings.wanted() || !wanted.takesReasons())) {
      throw new ParameterException(
          spec.commandLine(), "--explain goes with the table or --json and with no other form");
    }
    embeddings.check();
    PrintWriter err = spec.commandLine().getErr();
    Clips clips = Clips.under(paths);
    clips.problems().forEach(problem -> err.println("emotone: " + problem));
    if (clips.files().isEmpty()) {
      return 1;
    }
    timeline.check(
        clips.files(),
        wanted,
        top != null || quality || explaining.wanted() || embeddings.wanted());
    int failed;
    try (Recognizer recognizer = Recognizer.open(Models.find(model))) {
      LicenceNote.first(recognizer.model(), Places.home()).ifPresent(err::println);
      failed = analyze(clips.files(), recognizer, err);
    }
    if (failed > 0 && clips.files().size() > 1) {
      err.printf("emotone: %d of %d files could not be analysed%n", failed, clips.files().size());
    }
    return failed > 0 || !clips.problems().isEmpty() ? 1 : 0;
  }

  private int analyze(List<Path> files, Recognizer recognizer, PrintWriter err) throws IOException {
    if (timeline.wanted(form.form())) {
      return timeline.analyze(paths, files, recognizer, reading, form.form());
    }
    Listing listing = listing(files, recognizer);
    return explaining.wanted()
        ? new ExplainedAnalysis(recognizer, listing, explaining, reading, err).run(files)
        : analyze(files, recognizer, listing);
  }

  private Listing listing(List<Path> files, Recognizer recognizer) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    int shown = top == null ? 0 : top;
    TimelineFormat format = form.form().format();
    if (format == null) {
      return new TableListing(out, files, shown, quality);
    }
    return switch (format) {
      case JSON -> new JsonListing(out, shown);
      case CSV -> new CsvListing(out, recognizer.model().manifest().classes(), quality);
      case AUDFORMAT -> TimelineForm.folder(timeline.folder(), out);
      default -> new WriterListing(format.open(out, false), out);
    };
  }

  private int analyze(List<Path> files, Recognizer recognizer, Listing listing) throws IOException {
    int failed;
    try (HearingBar progress = new HearingBar("analysing", files.size());
        InOrder<Path, EmbeddedRecognition> results =
            new InOrder<>(files, file -> recognize(recognizer, file, progress.listener(file)))) {
      failed =
          progress.print(
              results,
              spec.commandLine(),
              (file, heard) -> {
                listing.add(file, heard.recognition());
                embeddings.add(file, heard);
              },
              listing::fail);
    }
    listing.end();
    embeddings.write();
    return failed;
  }

  private EmbeddedRecognition recognize(Recognizer recognizer, Path file, HearingListener listener)
      throws IOException {
    try (AudioStream stream = reading.open(file)) {
      return embeddings.recognize(recognizer, stream, listener);
    } catch (IllegalArgumentException e) {
      throw new IOException(ReadingOptions.name(file) + ": " + e.getMessage(), e);
    }
  }
}
