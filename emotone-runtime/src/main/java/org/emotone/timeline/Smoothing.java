package org.emotone.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.emotone.Manifest;
import org.emotone.audio.signal.Segment;

/**
 * Makes segments of an utterance's windows: the most probable way through a hidden Markov model
 * (Viterbi, 1967) whose states are the emotions.
 *
 * <p>The utterance is divided into cells as long as a step. A cell's probabilities are the mean of
 * those of the windows over it, each as heavy as it covers the cell and as the cell is near to its
 * middle; each second of them counts as one observation. From the middle of a cell to that of the
 * next, t seconds later, an emotion lasts with probability {@code stickiness}<sup>t</sup>; all
 * others are equally likely to follow.
 */
final class Smoothing {

  private static final double LEAST = 1e-6;

  private final List<String> classes;
  private final double certainFrom;
  private final TimelineSettings settings;

  Smoothing(Manifest model, TimelineSettings settings) {
    classes = model.classes();
    certainFrom = model.uncertainBelow();
    this.settings = settings;
  }

  /** The segments of an utterance, side by side from its start to its end. */
  List<EmotionSegment> segments(Segment utterance, List<TimelineWindow> windows) {
    List<Segment> cells = cells(utterance);
    double[][] probabilities = new double[cells.size()][];
    for (int cell = 0; cell < probabilities.length; cell++) {
      probabilities[cell] = mean(cells.get(cell), windows);
    }
    int[] path = path(cells, probabilities);
    List<EmotionSegment> segments = new ArrayList<>();
    int first = 0;
    for (int cell = 1; cell <= path.length; cell++) {
      if (cell == path.length || path[cell] != path[first]) {
        Segment span = new Segment(cells.get(first).start(), cells.get(cell - 1).end());
        boolean familiar = TimelineWindow.familiar(span, windows);
        segments.add(segment(cells, probabilities, first, cell, path[first], familiar));
        first = cell;
      }
    }
    return segments;
  }

  /** Cells of a step; the last is half a step to one and a half long, if there are several. */
  private List<Segment> cells(Segment utterance) {
    double step = settings.stepSeconds();
    int count = (int) Math.max(1, Math.round(utterance.duration() / step));
    List<Segment> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double from = utterance.start() + i * step;
      cells.add(new Segment(from, i + 1 == count ? utterance.end() : from + step));
    }
    return cells;
  }

  private double[] mean(Segment cell, List<TimelineWindow> windows) {
    double[] mean = new double[classes.size()];
    double total = 0;
    for (TimelineWindow window : windows) {
      double weight = weight(window.span(), cell);
      total += weight;
      for (int i = 0; i < mean.length && weight > 0; i++) {
        mean[i] += weight * window.probabilities().get(i);
      }
    }
    if (total == 0) {
      return nearest(cell, windows);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= total;
    }
    return mean;
  }

  /** For a short cell at the end of an utterance, which the last window may leave out. */
  private static double[] nearest(Segment cell, List<TimelineWindow> windows) {
    TimelineWindow nearest =
        Collections.min(
            windows,
            Comparator.comparingDouble(window -> Math.abs(middle(window.span()) - middle(cell))));
    return nearest.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double weight(Segment window, Segment cell) {
    double overlap = Math.min(window.end(), cell.end()) - Math.max(window.start(), cell.start());
    if (overlap <= 0) {
      return 0;
    }
    double half = (window.duration() + cell.duration()) / 2;
    return overlap * (1 - Math.abs(middle(window) - middle(cell)) / half);
  }

  private static double middle(Segment segment) {
    return (segment.start() + segment.end()) / 2;
  }

  /** The state of each cell. */
  private int[] path(List<Segment> cells, double[][] probabilities) {
    int count = classes.size();
    int[][] before = new int[cells.size()][count];
    double[] scores = new double[count];
    for (int cell = 0; cell < cells.size(); cell++) {
      double[] next = new double[count];
      for (int to = 0; to < count; to++) {
        int best = cell == 0 ? to : best(scores, to, cells, cell);
        before[cell][to] = best;
        double way = cell == 0 ? 0 : scores[best] + change(best == to, cells, cell);
        next[to] = way + observed(probabilities[cell][to], cells.get(cell));
      }
      scores = next;
    }
    int[] path = new int[cells.size()];
    int state = largest(scores);
    for (int cell = cells.size() - 1; cell >= 0; cell--) {
      path[cell] = state;
      state = before[cell][state];
    }
    return path;
  }

  private int best(double[] scores, int to, List<Segment> cells, int cell) {
    int best = to;
    for (int from = 0; from < scores.length; from++) {
      double here = scores[from] + change(from == to, cells, cell);
      if (here > scores[best] + change(best == to, cells, cell)) {
        best = from;
      }
    }
    return best;
  }

  /** Log-probability of an emotion to last, or to turn into a certain other, before a cell. */
  private double change(boolean lasts, List<Segment> cells, int cell) {
    double seconds = middle(cells.get(cell)) - middle(cells.get(cell - 1));
    double stays = Math.pow(settings.stickiness(), seconds);
    // Without stickiness all emotions are equally likely to come next.
    double least = 1.0 / classes.size();
    stays = Math.max(least, stays);
    return Math.log(lasts ? stays : (1 - stays) / (classes.size() - 1));
  }

  private static double observed(double probability, Segment cell) {
    return cell.duration() * Math.log(Math.max(LEAST, probability));
  }

  private EmotionSegment segment(
      List<Segment> cells,
      double[][] probabilities,
      int from,
      int to,
      int label,
      boolean familiar) {
    Segment span = new Segment(cells.get(from).start(), cells.get(to - 1).end());
    double[] mean = new double[classes.size()];
    for (int cell = from; cell < to; cell++) {
      double share = cells.get(cell).duration() / span.duration();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += share * probabilities[cell][i];
      }
    }
    double confidence = Math.min(1, mean[label]);
    return new EmotionSegment(
        span,
        classes.get(label),
        confidence,
        familiar && confidence >= certainFrom,
        Arrays.stream(mean).boxed().toList(),
        null);
  }

  private static int largest(double[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
