package org.emotone.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.emotone.Adaptation;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.cue.NeutralVoice;
import org.emotone.cue.VoiceCues;
import org.emotone.training.adapt.AdaptationClip;
import org.emotone.training.adapt.AdaptationMethod;
import org.emotone.training.adapt.Adapter;
import org.emotone.training.adapt.LayerChange;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.emotone.training.run.ModelLabels;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Adapts a model and tells what it does. */
final class AdaptationWork {

  private final Recognizer recognizer;
  private final Adapter adapter;
  private final PrintWriter out;
  private final PrintWriter err;

  AdaptationWork(Recognizer recognizer, Adapter adapter, CommandLine line) {
    this.recognizer = recognizer;
    this.adapter = adapter;
    out = line.getOut();
    err = line.getErr();
  }

  /**
   * The adapted model.
   *
   * @param clips of one voice; those that the model has no class for are left out
   * @param from what to call their folder in messages
   * @param name of the new model
   * @throws IOException if none of the clips can be used
   */
  ModelBundle adapt(List<Utterance> clips, Path from, String name) throws IOException {
    Manifest manifest = recognizer.model().manifest();
    LabelScheme scheme = ModelLabels.of(manifest);
    List<Utterance> labelled =
        clips.stream().filter(clip -> scheme.indexOf(clip).isPresent()).toList();
    Features features = features(labelled);
    if (features.utterances().isEmpty()) {
      throw new IOException(
          from
              + ": none of its clips can be used; the model's classes are "
              + Speaker.list(manifest.classes()));
    }
    List<AdaptationClip> heard = heard(features, scheme);
    Map<String, Integer> counts = new TreeMap<>();
    heard.forEach(clip -> counts.merge(manifest.classes().get(clip.label()), 1, Integer::sum));
    tellClips(clips.size() - heard.size(), counts, features.utterances());
    @Nullable NeutralVoice voice = voice(features.utterances());
    @Nullable LayerChange change = counts.size() < 2 ? null : adapter.fit(heard);
    String method = change == null ? "neutral voice for explanations only" : words();
    line("method", method);
    if (change == null) {
      line("answers", "stay as they are: clips of one class alone cannot teach what sets it apart");
    } else {
      tellCheck(heard);
    }
    Adaptation adaptation =
        new Adaptation(
            manifest.name() + "@" + recognizer.model().id(),
            method,
            counts,
            features.digests().stream().distinct().sorted().toList(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return adapter.adapted(recognizer.model(), change, voice, adaptation, name);
  }

  private String words() {
    String what =
        adapter.method() == AdaptationMethod.BIAS
            ? "bias of each class"
            : "weights and bias of the last layer";
    return String.format(Locale.ROOT, "%s, held to the original by %s", what, adapter.strength());
  }

  private Features features(List<Utterance> clips) throws IOException {
    try (Progress bar = Progress.of("hearing", clips.size())) {
      Features features =
          FeatureCache.ofUser()
              .load(clips, recognizer.model().manifest().frontEnd(), (done, total) -> bar.to(done));
      features.unreadable().forEach(clip -> err.println("emotone: " + clip.reason()));
      return features;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped; nothing was written");
    }
  }

  private List<AdaptationClip> heard(Features features, LabelScheme scheme) {
    List<AdaptationClip> heard = new ArrayList<>();
    for (int i = 0; i < features.utterances().size(); i++) {
      int label = scheme.indexOf(features.utterances().get(i)).orElseThrow();
      heard.add(adapter.hear(recognizer, features.matrices().get(i), label));
    }
    return heard;
  }

  /** The voice's own neutral speech, null if there is none in a whole file of its own. */
  private @Nullable NeutralVoice voice(List<Utterance> clips) throws IOException {
    List<VoiceCues> cues = new ArrayList<>();
    List<Utterance> neutral =
        clips.stream()
            .filter(clip -> clip.emotion() == Emotion.NEUTRAL && clip.segment() == null)
            .toList();
    for (Utterance clip : neutral) {
      VoiceCues.of(Audio.read(clip.path())).ifPresent(cues::add);
    }
    if (cues.isEmpty()) {
      line("own voice", "no neutral clip; explanations compare with the voices of corpora");
      return null;
    }
    int speakers = (int) neutral.stream().map(Utterance::speaker).distinct().count();
    NeutralVoice voice = NeutralVoice.of("your own neutral voice", speakers, cues);
    line(
        "own voice",
        String.format(
            Locale.ROOT,
            "pitch %.0f Hz, energy %.0f dB, %.1f peaks/s, tilt %.0f dB, from %d neutral clips",
            27.5 * Math.pow(2, voice.pitch().mean() / 12),
            voice.energy().mean(),
            voice.rate().mean(),
            voice.tilt().mean(),
            cues.size()));
    return voice;
  }

  private void tellClips(int leftOut, Map<String, Integer> counts, List<Utterance> clips) {
    String each =
        counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    line("clips", clips.size() + ": " + each);
    if (leftOut > 0) {
      line("left out", leftOut + " that the model has no class for or that cannot be read");
    }
    long speakers = clips.stream().map(Utterance::speaker).distinct().count();
    if (speakers > 1) {
      err.println(
          "emotone: the clips are of "
              + speakers
              + " speakers and are taken for one voice; --speaker NAME takes those of one");
    }
  }

  private void tellCheck(List<AdaptationClip> heard) {
    Adapter.Check check = adapter.check(heard);
    line(
        "recognised",
        "%d of %d before; %d by a model adapted to the others, each clip left out in turn"
            .formatted(check.before(), heard.size(), check.after()));
    if (check.after() < check.before()) {
      err.println(
          "emotone: on these clips the adapted model does worse than the one before; more clips of"
              + " each class, or a greater --strength, may help");
    }
  }

  private void line(String name, String value) {
    out.printf("%-12s %s%n", name, value);
  }
}
