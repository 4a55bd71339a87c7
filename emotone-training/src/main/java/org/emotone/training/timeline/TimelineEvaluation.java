package org.emotone.training.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.emotone.Manifest;
import org.emotone.Recognizer;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Range;
import org.emotone.corpus.Utterance;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineRecognizer;
import org.emotone.timeline.TimelineSettings;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.jspecify.annotations.Nullable;

/** Scores timelines on {@link Conversation}s of corpus clips. */
public final class TimelineEvaluation {

  private final Recognizer recognizer;
  private final Manifest manifest;
  private final TimelineRecognizer timelines;

  /** Prepares to score a recogniser's timelines. */
  public TimelineEvaluation(Recognizer recognizer, TimelineSettings settings) {
    this.recognizer = recognizer;
    manifest = recognizer.model().manifest();
    timelines = new TimelineRecognizer(recognizer, settings);
  }

  /**
   * What came out.
   *
   * @param conversations how many there were
   * @param score of all of them together
   * @param errorRate interval of {@link TimelineScore#errorRate}, over speakers; null for one alone
   * @param eder interval of {@link TimelineScore#eder}, over speakers; null for one alone
   * @param alone accuracy on the very same clips, each recognised by itself with its true
   *     boundaries: what a timeline that finds every boundary would reach
   * @param speakers how many there were
   */
  public record Result(
      int conversations,
      TimelineScore score,
      @Nullable Interval errorRate,
      @Nullable Interval eder,
      double alone,
      int speakers) {}

  /** Hears how many conversations of how many are scored. */
  @FunctionalInterface
  public interface Listener {
    /** One more is scored. */
    void scored(int done, int all);
  }

  /**
   * Makes conversations of clips and scores what is heard in them. Each is of one speaker, whose
   * clips are drawn without replacement; those that do not fill a conversation are left out.
   *
   * @param clips whose emotions the model knows or not; the latter are left out
   * @param kind how conversations are made
   * @param perSpeaker most conversations of a speaker
   * @throws IOException if a clip cannot be read
   * @throws IllegalArgumentException if no speaker has enough clips
   */
  public Result score(
      List<Utterance> clips, Conversation.Kind kind, int perSpeaker, Listener listener)
      throws IOException {
    List<List<Utterance>> groups = groups(clips, kind, perSpeaker);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException(
          "no speaker has " + kind.clips() + " clips with an emotion that the model knows");
    }
    Random random = new Random(kind.seed());
    Map<String, TimelineScore> bySpeaker = new TreeMap<>();
    int right = 0;
    int done = 0;
    for (List<Utterance> group : groups) {
      List<String> labels = group.stream().map(this::label).toList();
      Conversation talk = Conversation.of(group, labels, kind, random);
      bySpeaker.merge(talk.speaker(), score(talk), TimelineScore::plus);
      right += rightAlone(talk);
      listener.scored(++done, groups.size());
    }
    List<TimelineScore> scores = List.copyOf(bySpeaker.values());
    return new Result(
        groups.size(),
        scores.stream().reduce(TimelineScore.NONE, TimelineScore::plus),
        SpeakerBootstrap.STANDARD.interval(scores, TimelineEvaluation::errorRate),
        SpeakerBootstrap.STANDARD.interval(scores, TimelineEvaluation::eder),
        right / (double) (groups.size() * kind.clips()),
        scores.size());
  }

  private static double errorRate(List<TimelineScore> scores) {
    return scores.stream().reduce(TimelineScore.NONE, TimelineScore::plus).errorRate();
  }

  private static double eder(List<TimelineScore> scores) {
    return scores.stream().reduce(TimelineScore.NONE, TimelineScore::plus).eder();
  }

  private String label(Utterance clip) {
    String label = manifest.classOf(clip.emotion().id());
    return label == null ? "" : label;
  }

  private List<List<Utterance>> groups(
      List<Utterance> clips, Conversation.Kind kind, int perSpeaker) {
    Map<String, List<Utterance>> bySpeaker = new TreeMap<>();
    for (Utterance clip : clips) {
      if (!label(clip).isEmpty()) {
        bySpeaker.computeIfAbsent(clip.speaker(), key -> new ArrayList<>()).add(clip);
      }
    }
    List<List<Utterance>> groups = new ArrayList<>();
    for (List<Utterance> own : bySpeaker.values()) {
      Collections.shuffle(own, new Random(kind.seed()));
      for (int i = 0; i < perSpeaker && (i + 1) * kind.clips() <= own.size(); i++) {
        groups.add(own.subList(i * kind.clips(), (i + 1) * kind.clips()));
      }
    }
    return groups;
  }

  private TimelineScore score(Conversation talk) {
    Timeline heard = timelines.analyze(talk.sound());
    List<LabelledSpan> spans =
        heard.segments().stream().map(part -> new LabelledSpan(part.span(), part.label())).toList();
    return TimelineScore.of(talk.sound().duration(), talk.known(), spans, "neutral");
  }

  private int rightAlone(Conversation talk) {
    int right = 0;
    for (LabelledSpan known : talk.known()) {
      int from = (int) Math.round(known.span().start() * Conversation.RATE);
      int to = (int) Math.round(known.span().end() * Conversation.RATE);
      Waveform clip = new Range(from, to).of(talk.sound());
      right += recognizer.recognize(clip).best().label().equals(known.label()) ? 1 : 0;
    }
    return right;
  }
}
