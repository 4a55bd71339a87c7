package org.emotone.training.robustness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.emotone.HearingListener;
import org.emotone.Manifest;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.Score;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.Draw;
import org.emotone.corpus.split.Overlap;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.run.HeldOut;
import org.emotone.training.run.Judging;
import org.emotone.training.run.ModelLabels;

/**
 * Measures a model under many conditions: on the clips that were held out of its training, as
 * {@link org.emotone.training.run.Evaluator} chooses them, each heard as it is served.
 *
 * <p>What is drawn depends on the seed, the clip and the condition alone, so that the same seed
 * gives the same figures on any number of threads and for any choice of conditions.
 */
public final class Robustness {

  /** Most clips that babble is made of; more would only take memory. */
  private static final int VOICES = 60;

  private final Recognizer recognizer;
  private final Manifest manifest;
  private final LabelScheme scheme;
  private final ReadSounds sounds;
  private final List<Disturbance> conditions;
  private final Set<Kind> kinds;
  private final long seed;

  /** Hears how many clips of how many are done, on any thread. */
  @FunctionalInterface
  public interface Listener {
    /** So many are done. */
    void heard(int done, int all);
  }

  /**
   * Prepares to measure.
   *
   * @param kinds which sorts of conditions, besides the clips as recorded; empty for all
   * @param seed of what is drawn
   */
  public Robustness(Recognizer recognizer, Set<Kind> kinds, long seed) {
    this.recognizer = recognizer;
    this.seed = seed;
    this.kinds = Set.copyOf(kinds);
    manifest = recognizer.model().manifest();
    scheme = ModelLabels.of(manifest);
    sounds = new ReadSounds(manifest.frontEnd().sampleRate());
    conditions =
        Disturbances.all().stream()
            .filter(c -> kinds.isEmpty() || c.kind() == Kind.CLEAN || kinds.contains(c.kind()))
            .toList();
  }

  /**
   * Measures.
   *
   * @param corpora of which the held-out clips are heard
   * @param most how many clips are drawn, the same number of each class as far as there are; {@link
   *     Integer#MAX_VALUE} for all
   * @param recorded folders of recordings that the model should not be sure about, by what is in
   *     them
   * @throws TrainingException if no clip is left to measure, in one line
   * @throws IOException if one of these recordings cannot be read
   */
  public RobustnessReport measure(
      List<Corpus> corpora, int most, Map<String, Path> recorded, Listener listener)
      throws IOException {
    HeldOut heldOut = new HeldOut(manifest);
    List<Utterance> chosen = new ArrayList<>();
    corpora.forEach(corpus -> chosen.addAll(heldOut.of(corpus)));
    LabelScheme.Selection selection = scheme.select(chosen);
    List<Utterance> clips = new Sample(scheme, seed).of(selection.kept(), most);
    if (clips.isEmpty()) {
      throw new TrainingException(
          "nothing to measure: no clip of %s has one of the model's classes %s"
              .formatted(ids(corpora), String.join(", ", manifest.classes())));
    }
    Voices voices = voices(clips);
    boolean strange = kinds.isEmpty() || kinds.contains(Kind.STRANGE) || !recorded.isEmpty();
    int all = clips.size() + (strange ? Strangers.sounds() / conditions.size() : 0);
    AtomicInteger done = new AtomicInteger();
    List<List<Answer>> heard =
        clips.parallelStream()
            .map(
                clip -> {
                  List<Answer> answers = hear(clip, voices);
                  listener.heard(done.incrementAndGet(), all);
                  return answers;
                })
            .filter(answers -> !answers.isEmpty())
            .toList();
    if (heard.isEmpty()) {
      throw new TrainingException(
          "nothing to measure: no clip of " + ids(corpora) + " can be read");
    }
    List<StrangeScore> strangers =
        strange ? strangers(clips, voices, recorded) : List.<StrangeScore>of();
    listener.heard(all, all);
    Conditions how = how(corpora, selection, clips, clips.size() - heard.size());
    return report(how, heard, strangers);
  }

  private Conditions how(
      List<Corpus> corpora,
      LabelScheme.Selection selection,
      List<Utterance> clips,
      int unreadable) {
    HeldOut heldOut = new HeldOut(manifest);
    Overlap overlap = heldOut.overlap(corpora, clips);
    Map<String, Integer> dropped = new TreeMap<>();
    selection.dropped().forEach((emotion, count) -> dropped.put(emotion.id(), count));
    return new Conditions(
        recognizer.model().fullName(),
        corpora.stream().map(Corpus::id).toList(),
        corpora.stream().map(heldOut::protocol).distinct().collect(Collectors.joining(" and ")),
        overlap.words(),
        overlap.speakers(),
        dropped,
        unreadable,
        seed);
  }

  private List<StrangeScore> strangers(
      List<Utterance> clips, Voices voices, Map<String, Path> recorded) throws IOException {
    Strangers strangers = new Strangers(recognizer, voices, seed);
    List<StrangeScore.Reply> known =
        clips.parallelStream()
            .map(sounds::of)
            .filter(Objects::nonNull)
            .map(strangers::reply)
            .toList();
    return strangers.scores(recorded, known);
  }

  private static String ids(List<Corpus> corpora) {
    return String.join(", ", corpora.stream().map(Corpus::id).toList());
  }

  private Voices voices(List<Utterance> clips) {
    List<Voices.Voice> voices = new ArrayList<>();
    for (Utterance clip : Draw.shuffled(clips, Utterance::name, seed, "voices")) {
      Waveform sound = voices.size() < VOICES ? sounds.of(clip) : null;
      if (sound != null && Level.of(sound).peakDb() > Double.NEGATIVE_INFINITY) {
        voices.add(new Voices.Voice(clip.speaker(), sound));
      }
    }
    return new Voices(voices);
  }

  /** The answers to a clip, in the order of the conditions; none if it cannot be read. */
  private List<Answer> hear(Utterance clip, Voices voices) {
    Waveform sound = sounds.of(clip);
    if (sound == null) {
      return List.of();
    }
    Original original = new Original(sound, clip.speaker(), voices);
    return conditions.stream()
        .map(
            condition -> {
              long mixed = seed * 0x9e3779b97f4a7c15L + clip.name().hashCode();
              SplittableRandom random =
                  new SplittableRandom(mixed * 0xbf58476d1ce4e5b9L + condition.id().hashCode());
              return answer(clip, condition, condition.change().of(original, random));
            })
        .toList();
  }

  private Answer answer(Utterance clip, Disturbance condition, Waveform sound) {
    Recognition heard = condition.file() ? file(sound) : recognizer.recognize(sound);
    double[] probabilities = new double[manifest.classes().size()];
    for (Score score : heard.scores()) {
      probabilities[manifest.classes().indexOf(score.label())] = score.probability();
    }
    Judgement judgement =
        new Judgement(
            clip.name(),
            clip.speaker(),
            Judging.traits(clip),
            scheme.indexOf(clip).orElseThrow(),
            probabilities);
    return new Answer(judgement, heard.certain());
  }

  private Recognition file(Waveform sound) {
    try (StereoFile file = new StereoFile(sound)) {
      return recognizer.recognize(file, HearingListener.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RobustnessReport report(
      Conditions how, List<List<Answer>> heard, List<StrangeScore> strangers) {
    List<String> labels = manifest.classes();
    List<Answer> clean = heard.stream().map(answers -> answers.get(0)).toList();
    List<ConditionScore> scores = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      int index = i;
      List<Answer> answers = heard.stream().map(all -> all.get(index)).toList();
      scores.add(ConditionScore.of(conditions.get(i), labels, clean, answers));
    }
    return RobustnessReport.of(how, labels, ConditionScore.judgements(clean), scores, strangers);
  }
}
