package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Confidence interval of the UAR, or of another figure, by the percentile bootstrap over speakers
 * (Efron and Tibshirani, 1993, section 13.3).
 *
 * <p>Speakers are drawn with replacement, each with all of its clips: clips of one voice are not
 * independent, and an interval that draws single clips comes out too narrow.
 *
 * @param draws number of draws
 * @param level probability that the interval claims, in (0, 1)
 * @param seed of the draws
 */
public record SpeakerBootstrap(int draws, double level, long seed) {

  /** What evaluations use: 1000 draws, 95 %. */
  public static final SpeakerBootstrap STANDARD = new SpeakerBootstrap(1000, 0.95, 1);

  /** The interval, or null where there are fewer than two speakers to draw from. */
  public @Nullable Interval interval(List<String> labels, List<Judgement> judgements) {
    List<int[][]> speakers = bySpeaker(labels, judgements);
    if (speakers.size() < 2) {
      return null;
    }
    double[] values = new double[draws];
    // java.util.Random because its sequence is specified: the interval is the same on any JVM.
    Random random = new Random(seed);
    for (int draw = 0; draw < draws; draw++) {
      values[draw] = recall(labels, speakers, random.ints(speakers.size(), 0, speakers.size()));
    }
    return interval(values, "bootstrap over " + speakers.size() + " speakers");
  }

  /**
   * The interval of any figure.
   *
   * @param speakers what was measured of each speaker
   * @param figure of some of them, of whom several may be the same
   * @return null where there are fewer than two speakers to draw from
   */
  public <T> @Nullable Interval interval(
      List<T> speakers, ToDoubleFunction<? super List<T>> figure) {
    if (speakers.size() < 2) {
      return null;
    }
    double[] values = new double[draws];
    Random random = new Random(seed);
    for (int draw = 0; draw < draws; draw++) {
      List<T> drawn =
          random.ints(speakers.size(), 0, speakers.size()).mapToObj(speakers::get).toList();
      values[draw] = figure.applyAsDouble(drawn);
    }
    return interval(values, "bootstrap over " + speakers.size() + " speakers");
  }

  /**
   * The interval of what the UAR of a second recogniser has more than that of a first on the same
   * clips: both are computed for the same draws of speakers, so that hard speakers do not count as
   * differences. Several runs of each may be pooled.
   *
   * @return null where there are fewer than two speakers whom both were asked about
   */
  public @Nullable Interval difference(
      List<String> labels, List<Judgement> first, List<Judgement> second) {
    Map<String, int[][]> one = counts(labels, first);
    Map<String, int[][]> other = counts(labels, second);
    List<String> both = one.keySet().stream().filter(other::containsKey).toList();
    if (both.size() < 2) {
      return null;
    }
    List<int[][]> ones = both.stream().map(name -> of(one, name)).toList();
    List<int[][]> others = both.stream().map(name -> of(other, name)).toList();
    double[] values = new double[draws];
    Random random = new Random(seed);
    for (int draw = 0; draw < draws; draw++) {
      int[] chosen = random.ints(both.size(), 0, both.size()).toArray();
      values[draw] =
          recall(labels, others, Arrays.stream(chosen))
              - recall(labels, ones, Arrays.stream(chosen));
    }
    return interval(values, "paired bootstrap over " + both.size() + " speakers");
  }

  private static int[][] of(Map<String, int[][]> counts, String speaker) {
    return Objects.requireNonNull(counts.get(speaker), speaker);
  }

  private static double recall(List<String> labels, List<int[][]> speakers, IntStream chosen) {
    int[][] sum = new int[labels.size()][labels.size()];
    chosen.forEach(i -> add(sum, speakers.get(i)));
    return new ConfusionMatrix(labels, sum).unweightedAverageRecall();
  }

  private Interval interval(double[] values, String method) {
    Arrays.sort(values);
    double tail = (1 - level) / 2;
    return new Interval(
        quantile(values, tail),
        quantile(values, 1 - tail),
        level,
        method + ", " + draws + " draws");
  }

  private static List<int[][]> bySpeaker(List<String> labels, List<Judgement> judgements) {
    return List.copyOf(counts(labels, judgements).values());
  }

  private static Map<String, int[][]> counts(List<String> labels, List<Judgement> judgements) {
    Map<String, List<Judgement>> bySpeaker = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      bySpeaker.computeIfAbsent(judgement.speaker(), key -> new ArrayList<>()).add(judgement);
    }
    Map<String, int[][]> counts = new LinkedHashMap<>();
    bySpeaker.forEach(
        (speaker, own) -> counts.put(speaker, ConfusionMatrix.of(labels, own).counts()));
    return counts;
  }

  private static void add(int[][] sum, int[][] counts) {
    for (int i = 0; i < sum.length; i++) {
      for (int j = 0; j < sum.length; j++) {
        sum[i][j] += counts[i][j];
      }
    }
  }

  /** Quantile with linear interpolation between order statistics (type 7, numpy's default). */
  static double quantile(double[] sorted, double probability) {
    double position = probability * (sorted.length - 1);
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
