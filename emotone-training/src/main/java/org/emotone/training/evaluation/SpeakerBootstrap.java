package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Confidence interval of the UAR by the percentile bootstrap over speakers (Efron and Tibshirani,
 * 1993, section 13.3).
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
    // java.util.Random because its sequence is specified: the interval is the same on any JVM.
    Random random = new Random(seed);
    double[] values = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      int[][] sum = new int[labels.size()][labels.size()];
      for (int i = 0; i < speakers.size(); i++) {
        add(sum, speakers.get(random.nextInt(speakers.size())));
      }
      values[draw] = new ConfusionMatrix(labels, sum).unweightedAverageRecall();
    }
    Arrays.sort(values);
    double tail = (1 - level) / 2;
    String method = "bootstrap over " + speakers.size() + " speakers, " + draws + " draws";
    return new Interval(quantile(values, tail), quantile(values, 1 - tail), level, method);
  }

  private static List<int[][]> bySpeaker(List<String> labels, List<Judgement> judgements) {
    Map<String, List<Judgement>> bySpeaker = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      bySpeaker.computeIfAbsent(judgement.speaker(), key -> new ArrayList<>()).add(judgement);
    }
    return bySpeaker.values().stream()
        .map(own -> ConfusionMatrix.of(labels, own).counts())
        .toList();
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
