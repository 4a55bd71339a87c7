package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.Recognizer;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavSink;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone listen}: what is heard, while it is spoken. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Say which emotion is heard while somebody speaks.",
    description = {
      "",
      "Listens to a microphone, or to what is piped in, until Ctrl-C or the end of the pipe. In a "
          + "terminal it draws level, emotion of the moment, probabilities and the last minutes; "
          + "elsewhere it prints a line for each segment of speech. At the end it sums up.",
      "",
      "An utterance has ended after a quarter of a second of silence; only then are its segments final. "
          + "They are those that analyze --timeline finds in a recording of the same sound.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone listen                             the first microphone",
      "  emotone listen --list                      which microphones there are",
      "  emotone listen --device usb --record talk.wav",
      "  ffmpeg -i call.mp3 -f wav - | emotone listen -",
      "  arecord -f S16_LE -r 16000 -c 1 -t raw | emotone listen --raw s16le:16000:1 -",
      "  emotone listen --json | while read -r event; do echo \"$event\"; done"
    })
final class ListenCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "-",
      description = "Listen to standard input and not to a microphone.")
  private @Nullable Path input;

  @Option(names = "--list", description = "List the microphones and end.")
  private boolean list;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "The microphone: its number in the list, or a part of its name.")
  private @Nullable String device;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Also write the sound to this WAV file, which must not be there yet.")
  private @Nullable Path record;

  @Option(
      names = "--json",
      description = "Print a JSON object on a line for each event, for programs.")
  private boolean json;

  @Option(names = "--plain", description = "Print lines in a terminal, too, and draw nothing.")
  private boolean plain;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Mixin private TimelineTuning tuning = new TimelineTuning();

  @Mixin private ReadingOptions reading = new ReadingOptions();

  @Override
  public Integer call() throws IOException {
    if (list) {
      return list();
    }
    check();
    Microphone.Device chosen =
        input == null ? Microphone.choose(Microphone.devices(), device) : null;
    try (Recognizer recognizer = Recognizer.open(Models.find(model));
        AudioStream source =
            chosen == null
                ? reading.open(ReadingOptions.STANDARD_INPUT)
                : Microphone.open(chosen)) {
      String name = chosen == null ? "standard input" : chosen.name();
      LiveView view = view();
      view.begin(
          name,
          source.properties(),
          recognizer.model().fullName(),
          recognizer.model().manifest().classes());
      listen(new Listening(source, recognizer, tuning.settings(), view, sink(source)));
    }
    return 0;
  }

  private int list() {
    List<Microphone.Device> devices = Microphone.devices();
    PrintWriter out = spec.commandLine().getOut();
    if (devices.isEmpty()) {
      out.println("no microphone found");
      return 0;
    }
    List<List<String>> rows = new ArrayList<>();
    for (Microphone.Device one : devices) {
      String rate = "%d Hz, %d channel(s)";
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              one.name(),
              rate.formatted((int) one.format().getSampleRate(), one.format().getChannels())));
    }
    TextTable.print(rows, out);
    return 0;
  }

  private void check() throws IOException {
    if (input != null && !input.equals(ReadingOptions.STANDARD_INPUT)) {
      throw new ParameterException(
          spec.commandLine(),
          "listen takes - for standard input and no files; for "
              + input
              + " use: emotone analyze --timeline "
              + input);
    }
    if (input != null && device != null) {
      throw new ParameterException(
          spec.commandLine(), "--device is for a microphone, and - for standard input; choose one");
    }
    if (json && plain) {
      throw new ParameterException(spec.commandLine(), "--json and --plain exclude each other");
    }
    if (record != null && Files.exists(record)) {
      throw new FileAlreadyExistsException(
          record.toString(), null, "is already there; choose another name for the recording");
    }
    tuning.settings();
  }

  private LiveView view() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      return new LiveJson(out);
    }
    int columns = Integer.getInteger("emotone.err.columns", 80);
    boolean terminal = Boolean.getBoolean("emotone.out.terminal");
    return plain || !terminal
        ? new LiveLines(out)
        : new LiveScreen(out, columns, Paint.ofEnvironment());
  }

  private @Nullable WavSink sink(AudioStream source) throws IOException {
    AudioProperties sound = source.properties();
    return record == null
        ? null
        : new WavSink(record, sound.sampleRate(), sound.channels(), WavSink.Encoding.S16);
  }

  /** Listens; a shutdown, as by Ctrl-C, ends the session in good order. */
  private void listen(Listening listening) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Thread hook =
        new Thread(
            () -> {
              try {
                listening.end();
              } catch (IOException | IllegalStateException e) {
                err.println("emotone: " + Failures.line(e));
              }
            },
            "end-listening");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      listening.run();
    } finally {
      listening.end();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The program is already shutting down; ending twice is harmless.
      }
    }
  }
}
