package org.emotone.report.explore;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.emotone.report.embedding.Neighbours;
import org.emotone.report.embedding.Points;
import org.emotone.report.embedding.Silhouette;

/**
 * How much clips that have something in common sound alike.
 *
 * @param name what they have in common, such as {@code speaker}
 * @param groups how many different ones there are
 * @param agreement share of the ten nearest neighbours that have it in common, 0 … 1
 * @param chance the same if neighbours were any other clips
 * @param silhouette mean silhouette, −1 … 1; NaN if it was not computed
 */
public record Separation(
    String name, int groups, double agreement, double chance, double silhouette) {

  /** How many neighbours are asked. */
  static final int ASKED = 10;

  /** Of clips whose labels are given. */
  static Separation of(String name, List<String> labels, Points points, Neighbours neighbours) {
    int[] groups = groups(labels);
    return new Separation(
        name,
        1 + Arrays.stream(groups).max().orElse(-1),
        neighbours.agreement(groups, ASKED),
        Neighbours.chance(groups, null),
        Silhouette.mean(points, groups));
  }

  /** The same among clips of other speakers alone. */
  static Separation amongOthers(
      String name, List<String> labels, List<String> speakers, Points points) {
    int[] groups = groups(labels);
    int[] apart = groups(speakers);
    return new Separation(
        name,
        1 + Arrays.stream(groups).max().orElse(-1),
        Neighbours.of(points, ASKED, apart).agreement(groups, ASKED),
        Neighbours.chance(groups, apart),
        Double.NaN);
  }

  /** Numbers in place of labels, from 0 on. */
  static int[] groups(List<String> labels) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] groups = new int[labels.size()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = numbers.computeIfAbsent(labels.get(i), label -> numbers.size());
    }
    return groups;
  }
}
