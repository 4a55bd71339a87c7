package org.emotone.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.own.OwnReader;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.adapt.AdaptationMethod;
import org.emotone.training.adapt.Adapter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone adapt}: a model for one voice. */
@Command(
    name = "adapt",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Adapt a model to one voice or channel, by a few labelled clips of it.",
    description = {
      "",
      "Fits what comes after the network's last hidden layer to the clips, held near to what it was, "
          + "and writes a new model that says what it was made of. Three to five clips of each "
          + "emotion are worth the effort; docs/adaptation.md has the measured gain. Neutral clips, "
          + "if there are any, become the voice that analyze --explain compares with.",
      "",
      "The clips are a folder with a folder for each class (angry/001.wav, neutral/001.wav …), files "
          + "with the label at the end of their names (001_angry.wav), or a manifest; see emotone "
          + "corpus import. With neutral clips alone the answers stay as they are.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone adapt default --clips me -o my.emotone",
      "  emotone analyze --model my.emotone call.wav",
      "  emotone adapt my-svm.emotone --method bias --clips me.csv -o mine.emotone",
      "  emotone adapt default --clips ravdess --speaker ravdess:01 -o actor1.emotone"
    })
final class AdaptCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      defaultValue = "default",
      description = "A model in models/ by name, or a file (default: ${DEFAULT-VALUE}).")
  private String model = "default";

  @Option(
      names = "--clips",
      required = true,
      paramLabel = "FOLDER|MANIFEST",
      description = "Labelled clips of the voice.")
  private Path clips = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read the clips as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "Take only the clips of this speaker, such as own:anna.")
  private @Nullable String speaker;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The new model.")
  private Path out = Path.of("");

  @Option(names = "--force", description = "Replace the file if it is there.")
  private boolean force;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = {
        "bias: how much the model leans to each class, for every model. lastLayer: the weights of the "
            + "last dense layer, too. Default: lastLayer where the model has one."
      })
  private @Nullable String method;

  @Option(
      names = "--strength",
      paramLabel = "X",
      description = "How strongly the model is held near to what it was; more changes less.")
  private @Nullable Double strength;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(out) && !force) {
      throw new FileAlreadyExistsException(
          out.toString(), null, "is already there; --force replaces it");
    }
    try (Recognizer recognizer = Recognizer.open(Models.find(model))) {
      Adapter adapter = adapter(recognizer.model());
      List<Utterance> all = utterances();
      AdaptationWork work = new AdaptationWork(recognizer, adapter, spec.commandLine());
      ModelBundle adapted = work.adapt(all, clips, name());
      Path folder = out.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      adapted.write(out);
      spec.commandLine()
          .getOut()
          .printf("%-12s %s (%s)%n", "model", out, adapted.manifest().name() + "@" + adapted.id());
    }
    return 0;
  }

  private String name() {
    String file = String.valueOf(out.getFileName());
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  private Adapter adapter(ModelBundle bundle) {
    try {
      AdaptationMethod chosen =
          method == null ? Adapter.suited(bundle) : AdaptationMethod.of(method);
      return strength == null ? new Adapter(chosen) : new Adapter(chosen, strength);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private List<Utterance> utterances() throws IOException {
    if (!Files.exists(clips)) {
      throw new NoSuchFileException(clips.toString());
    }
    boolean guess = id == null && Corpora.candidates(clips).size() != 1;
    Corpus corpus = CorpusSource.read(clips, guess ? OwnReader.ID : id);
    List<Utterance> own =
        corpus.utterances().stream()
            .filter(clip -> speaker == null || clip.speaker().equals(speaker))
            .toList();
    if (own.isEmpty()) {
      throw new IOException(
          clips
              + ": "
              + (speaker == null
                  ? "no clip in it"
                  : "no clip by "
                      + speaker
                      + "; there are clips by "
                      + Speaker.list(Speaker.names(corpus.utterances()))));
    }
    return own;
  }
}
