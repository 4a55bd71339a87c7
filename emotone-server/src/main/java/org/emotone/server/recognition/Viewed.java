package org.emotone.server.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.emotone.timeline.TimelineWindow;

/**
 * Turns answers into other views. Segments stay as they are, even if neighbours then have the same
 * class.
 */
public final class Viewed {

  private final ClassView view;
  private final double uncertainBelow;

  /**
   * A view of what a model says.
   *
   * @param uncertainBelow the model's threshold
   */
  public Viewed(ClassView view, double uncertainBelow) {
    this.view = view;
    this.uncertainBelow = uncertainBelow;
  }

  /**
   * Refuses a view that the classes of a model do not allow.
   *
   * @throws ProblemException naming view and classes
   */
  public static void check(ClassView view, List<String> classes) {
    if (!view.possible(classes)) {
      throw new ProblemException(
          ProblemCode.VIEW_IMPOSSIBLE,
          "view %s cannot be made of the model's classes %s"
              .formatted(view.id(), String.join(", ", classes)));
    }
  }

  /** What was heard in this view, all of it. */
  public Heard of(Heard heard) {
    if (view == ClassView.MODEL) {
      return heard;
    }
    Timeline timeline = heard.timeline();
    return new Heard(
        of(heard.recognition()),
        timeline == null ? null : of(timeline),
        heard.reasons(),
        heard.waveform(),
        uncertainBelow,
        heard.container());
  }

  private Recognition of(Recognition heard) {
    List<String> classes = heard.scores().stream().map(Score::label).toList();
    check(view, classes);
    List<Double> sums =
        view.probabilities(classes, heard.scores().stream().map(Score::probability).toList());
    List<String> names = view.classes(classes);
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      scores.add(new Score(names.get(i), sums.get(i)));
    }
    scores.sort(Comparator.comparingDouble(Score::probability).reversed());
    boolean audible = !heard.quality().silent() && heard.quality().speechSeconds() > 0;
    return new Recognition(
        scores,
        audible && heard.familiar() && scores.get(0).probability() >= uncertainBelow,
        heard.duration(),
        heard.warnings(),
        heard.quality(),
        heard.model(),
        heard.timings());
  }

  private Timeline of(Timeline heard) {
    return new Timeline(
        view.classes(heard.classes()),
        heard.duration(),
        heard.settings(),
        heard.speech(),
        heard.windows().stream().map(window -> of(window, heard.classes())).toList(),
        heard.segments().stream().map(segment -> of(segment, heard.classes())).toList(),
        heard.quality(),
        heard.warnings(),
        heard.model());
  }

  /** A window in this view. */
  public TimelineWindow of(TimelineWindow window, List<String> classes) {
    return new TimelineWindow(
        window.span(),
        window.speechSeconds(),
        view.probabilities(classes, window.probabilities()),
        window.strangeness());
  }

  /** A segment in this view. */
  public EmotionSegment of(EmotionSegment segment, List<String> classes) {
    if (view == ClassView.MODEL) {
      return segment;
    }
    List<Double> sums = view.probabilities(classes, segment.probabilities());
    int best = 0;
    for (int i = 1; i < sums.size(); i++) {
      best = sums.get(i) > sums.get(best) ? i : best;
    }
    double confidence = Math.min(1, sums.get(best));
    boolean strange = !segment.certain() && segment.confidence() >= uncertainBelow;
    return new EmotionSegment(
        segment.span(),
        view.classes(classes).get(best),
        confidence,
        !strange && confidence >= uncertainBelow,
        sums,
        segment.speaker());
  }
}
