package org.emotone.training.denoise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.emotone.Denoiser;
import org.emotone.Recognizer;
import org.emotone.audio.signal.NoiseReduction;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.select.Draw;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.robustness.Sample;
import org.emotone.training.run.HeldOut;
import org.emotone.training.run.ModelLabels;
import org.jspecify.annotations.Nullable;

/**
 * Measures ways to take out noise on speakers that no network among them has heard, and what they
 * do to the recognition of emotion.
 *
 * <p>What is mixed depends on the seed, the clip and the condition alone, so that all methods get
 * the same noisy clips, on any number of threads.
 */
public final class DenoiserEvaluation {

  /** The name of doing nothing. */
  static final String NOISY = "noisy";

  private final Map<String, NoiseReduction> methods = new LinkedHashMap<>();
  private final Set<String> heard = new HashSet<>();
  private final @Nullable Recognizer recognizer;
  private final long seed;

  /** Hears how many clips of how many are done, on any thread. */
  @FunctionalInterface
  public interface Listener {
    /** So many are done. */
    void heard(int done, int all);
  }

  /**
   * Noise at a ratio.
   *
   * @param noise its kind; null for none
   * @param snrDb the ratio in dB; not a number for none
   */
  record Condition(@Nullable NoiseKind noise, double snrDb) {

    String id() {
      return noise == null ? "none" : noise.id() + "-" + snrDb;
    }
  }

  /**
   * Prepares to measure.
   *
   * @param recognizer whose answers are counted; null for none
   * @param seed of what is drawn
   */
  public DenoiserEvaluation(@Nullable Recognizer recognizer, long seed) {
    this.recognizer = recognizer;
    this.seed = seed;
  }

  /** Adds a way to take out noise under a name. */
  public DenoiserEvaluation with(String name, NoiseReduction method) {
    if (name.equals(NOISY) || methods.putIfAbsent(name, method) != null) {
      throw new IllegalArgumentException("there are two methods of the name " + name);
    }
    return this;
  }

  /** Adds a network under the name that its file gives; the speakers that it knows are left out. */
  public DenoiserEvaluation with(Denoiser denoiser) {
    String speakers = denoiser.facts().getOrDefault(DenoiserCard.HEARD, "");
    heard.addAll(List.of(speakers.split(",", -1)));
    return with(denoiser.facts().getOrDefault(Denoiser.NAME, "learned"), denoiser.reduction());
  }

  /**
   * Measures, on white noise and babble.
   *
   * @param corpora of which clips of unheard speakers are taken
   * @param most how many clips are drawn; with a recogniser the same number of each class as far as
   *     there are
   * @param ratios of clip to noise, in dB
   * @throws TrainingException if no clip is left to measure, in one line
   */
  public DenoiserReport measure(
      List<Corpus> corpora, int most, List<Double> ratios, Listener listener) {
    Voices voices = Voices.read(clips(corpora, most), most, seed, "test", (done, all) -> {});
    List<Condition> conditions = new ArrayList<>(List.of(new Condition(null, Double.NaN)));
    for (NoiseKind noise : List.of(NoiseKind.WHITE, NoiseKind.BABBLE)) {
      ratios.forEach(ratio -> conditions.add(new Condition(noise, ratio)));
    }
    DenoisedClip.Listener hearing =
        recognizer == null ? null : new DenoisedClip.Listener(recognizer);
    AtomicInteger done = new AtomicInteger();
    List<List<List<DenoisedClip>>> results =
        voices.all().parallelStream()
            .map(
                voice -> {
                  List<List<DenoisedClip>> own =
                      conditions.stream().map(c -> hear(voice, c, voices, hearing)).toList();
                  listener.heard(done.incrementAndGet(), voices.all().size());
                  return own;
                })
            .toList();
    List<String> names = new ArrayList<>(List.of(NOISY));
    names.addAll(methods.keySet());
    return new DenoiserReport(
        "speakers that no network here has heard, of "
            + corpora.stream().map(Corpus::id).collect(Collectors.joining(", ")),
        voices.all().size(),
        (int) voices.all().stream().map(v -> v.clip().speaker()).distinct().count(),
        recognizer == null ? null : recognizer.model().fullName(),
        seed,
        DenoisedClip.scores(
            conditions,
            names,
            results,
            recognizer == null ? List.of() : recognizer.model().manifest().classes()));
  }

  private List<Utterance> clips(List<Corpus> corpora, int most) {
    List<Utterance> clips = new ArrayList<>();
    for (Corpus corpus : corpora) {
      List<Utterance> own =
          recognizer == null
              ? corpus.utterances()
              : new HeldOut(recognizer.model().manifest()).of(corpus);
      own.stream().filter(clip -> !heard.contains(clip.speaker())).forEach(clips::add);
    }
    if (clips.isEmpty()) {
      throw new TrainingException(
          "nothing to measure: every speaker of "
              + corpora.stream().map(Corpus::id).collect(Collectors.joining(", "))
              + " is known to a network");
    }
    if (recognizer == null) {
      return Draw.shuffled(clips, Utterance::name, seed, "test")
          .subList(0, Math.min(most, clips.size()));
    }
    var scheme = ModelLabels.of(recognizer.model().manifest());
    return new Sample(scheme, seed).of(scheme.select(clips).kept(), most);
  }

  /** The clip in a condition: as it is there, then after each method. */
  private List<DenoisedClip> hear(
      Voice voice, Condition condition, Voices voices, DenoisedClip.@Nullable Listener hearing) {
    NoiseKind noise = condition.noise();
    Random random =
        new Random(Mixtures.seed(seed, voice.clip().name().hashCode(), condition.id().hashCode()));
    var noisy =
        noise == null
            ? voice.sound()
            : voices
                .mix(voice.sound(), voice.clip().speaker(), noise, condition.snrDb(), random)
                .waveform();
    List<DenoisedClip> results = new ArrayList<>();
    results.add(DenoisedClip.of(voice, noisy, hearing));
    methods.values().forEach(m -> results.add(DenoisedClip.of(voice, m.apply(noisy), hearing)));
    return results;
  }
}
