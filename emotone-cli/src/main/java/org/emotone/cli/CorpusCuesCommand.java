package org.emotone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.emotone.ModelBundle;
import org.emotone.audio.Audio;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.cue.Cue;
import org.emotone.cue.CueStatistics;
import org.emotone.cue.NeutralVoice;
import org.emotone.cue.NeutralVoices;
import org.emotone.cue.VoiceCues;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code emotone corpus cues}: how pitch, energy, rate and tilt go with emotion. */
@Command(
    name = "cues",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "Measure how pitch, energy, rate and spectral tilt go with emotion.",
    description = {
      "",
      "Prints mean and standard deviation of four cues for each sex and emotion: the median pitch in "
          + "semitones above 27.5 Hz, the power of the voiced frames in dB relative to full scale, "
          + "syllable-like peaks for each second of speech, and the power above 1 kHz relative to that "
          + "below, in dB. Clips of which less than 0.2 s is voiced, and clips that are part of a "
          + "file, are left out.",
      "",
      "With --neutral it prints the neutral clips' figures as JSON: that is what analyze --explain "
          + "holds a clip against.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  emotone corpus cues ~/corpora/ravdess",
      "  emotone corpus cues --heard-by default --neutral ravdess cremad > neutral-voices.json"
    })
final class CorpusCuesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders of corpora.")
  private List<Path> folders = List.of();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Read the folders as this corpus (see corpus list) instead of guessing.")
  private @Nullable String id;

  @Option(
      names = "--heard-by",
      paramLabel = "MODEL",
      description = "Only clips of speakers that a model was trained on.")
  private @Nullable String model;

  @Option(names = "--neutral", description = "Print the neutral voices as JSON.")
  private boolean neutral;

  /** A clip and what was measured of it. */
  private record Measured(Utterance clip, VoiceCues cues) {}

  @Override
  public Integer call() throws IOException {
    List<Utterance> clips = clips();
    List<Measured> measured = new ArrayList<>();
    int failed = 0;
    try (Progress bar = Progress.of("measuring", clips.size());
        InOrder<Utterance, Optional<VoiceCues>> results =
            new InOrder<>(clips, clip -> VoiceCues.of(Audio.read(clip.path())))) {
      while (results.hasNext()) {
        InOrder.Result<Utterance, Optional<VoiceCues>> result = results.next();
        if (result instanceof InOrder.Done<Utterance, Optional<VoiceCues>> done) {
          done.value().ifPresent(cues -> measured.add(new Measured(done.item(), cues)));
        } else if (result instanceof InOrder.Failed<Utterance, Optional<VoiceCues>> failure) {
          failed++;
          bar.makeRoom();
          spec.commandLine().getErr().println("emotone: " + Failures.line(failure.cause()));
        }
        bar.step();
      }
    }
    if (neutral) {
      spec.commandLine().getOut().print(neutralVoices(measured).toJson());
    } else {
      table(measured);
    }
    return failed > 0 ? 1 : 0;
  }

  private List<Utterance> clips() throws IOException {
    List<Utterance> clips = new ArrayList<>();
    for (Path folder : folders) {
      clips.addAll(CorpusSource.read(folder, id).utterances());
    }
    Set<String> heard = heard();
    return clips.stream()
        .filter(clip -> clip.segment() == null)
        .filter(clip -> heard.isEmpty() || heard.contains(clip.speaker()))
        .filter(clip -> !neutral || (clip.emotion() == Emotion.NEUTRAL && clip.sex() != null))
        .toList();
  }

  private Set<String> heard() throws IOException {
    return model == null
        ? Set.of()
        : ModelBundle.read(Models.find(model)).manifest().corpora().stream()
            .flatMap(corpus -> corpus.speakers().stream())
            .collect(Collectors.toSet());
  }

  private NeutralVoices neutralVoices(List<Measured> measured) throws IOException {
    List<NeutralVoice> voices = new ArrayList<>();
    for (Sex sex : Sex.values()) {
      List<Measured> own = measured.stream().filter(m -> m.clip.sex() == sex).toList();
      if (!own.isEmpty()) {
        int speakers = (int) own.stream().map(m -> m.clip.speaker()).distinct().count();
        String name = sex == Sex.FEMALE ? "neutral women's voices" : "neutral men's voices";
        voices.add(NeutralVoice.of(name, speakers, own.stream().map(Measured::cues).toList()));
      }
    }
    if (voices.isEmpty()) {
      throw new IOException("none of the clips is neutral, voiced and of a speaker of stated sex");
    }
    String corpora =
        measured.stream()
            .map(m -> m.clip.corpus())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String whose = model == null ? "" : " of speakers that the model " + model + " was trained on";
    return new NeutralVoices(
        "emotone corpus cues --neutral: the neutral clips of " + corpora + whose, voices);
  }

  private void table(List<Measured> measured) {
    Map<String, List<VoiceCues>> groups = new TreeMap<>();
    for (Measured one : measured) {
      Sex sex = one.clip.sex();
      String group = "%-8s%-10s".formatted(sex == null ? "–" : sex.id(), one.clip.emotion().id());
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(one.cues);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%-18s%6s%17s%17s%17s%17s%n",
        "sex     emotion", "clips", "pitch st", "energy dB", "rate peaks/s", "tilt dB");
    groups.forEach(
        (group, cues) -> {
          StringBuilder line = new StringBuilder("%s%6d".formatted(group, cues.size()));
          for (Cue cue : Cue.values()) {
            double[] values = cues.stream().mapToDouble(one -> one.get(cue)).toArray();
            CueStatistics all = CueStatistics.of(values, 1e-9);
            line.append(String.format(Locale.ROOT, "%9.1f ± %5.1f", all.mean(), all.deviation()));
          }
          out.println(line);
        });
  }
}
