package org.emotone.training.importance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.emotone.training.classical.ClassicalModel;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Rows;

/**
 * How the number of features drives over-fitting: a classifier is fitted on few and on many, those
 * that tell most of the class first (by mutual information on the training clips alone) and drawn
 * at random, and asked about its training clips and about the validation clips.
 *
 * @param seeds each draws its own validation speakers and its own random order
 * @param counts numbers of features, each at least 1, ascending
 */
public record FeatureCounts(List<Long> seeds, List<Integer> counts) {

  /** Checks the ranges. */
  public FeatureCounts {
    seeds = Seeds.check(seeds);
    List<Integer> given = List.copyOf(counts);
    boolean ascending =
        IntStream.range(1, given.size()).allMatch(i -> given.get(i - 1) < given.get(i));
    if (given.isEmpty() || given.get(0) < 1 || !ascending) {
      throw new IllegalArgumentException(
          "counts must be numbers of features from 1 on, ascending, were " + given);
    }
    counts = given;
  }

  /** In which order features are taken. */
  public enum Order {
    /** Those with most mutual information with the class first. */
    INFORMATIVE,
    /** Drawn anew with each seed. */
    RANDOM
  }

  /** What one order and count came to. */
  private record Cell(List<Double> train, List<Judgement> heldOut, Map<String, Integer> groups) {

    static Cell empty() {
      return new Cell(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    }
  }

  /**
   * Fits and measures.
   *
   * @param recipe with a classifier
   * @param source of its rows
   * @param stage told what is being done
   * @throws TrainingException if the recipe cannot be asked so, in one line
   */
  public FeatureCountsResult of(Recipe recipe, RowSource source, Consumer<String> stage)
      throws IOException, InterruptedException {
    Seeds.checkTest(recipe, seeds);
    Map<String, Cell> cells = new LinkedHashMap<>();
    List<String> classes = List.of();
    int shared = 0;
    for (long seed : seeds) {
      Probe probe = Probe.of(recipe.withSeed(seed));
      Rows rows = source.rows(seed);
      check(rows.coefficients().size());
      classes = rows.classes();
      shared = Math.max(shared, rows.sharedSpeakers());
      for (Order order : Order.values()) {
        int[] columns = columns(order, rows.train(), seed);
        for (int count : counts) {
          stage.accept(
              "seed %d: %d features, %s".formatted(seed, count, FeatureCountsResult.words(order)));
          Cell cell = cells.computeIfAbsent(key(order, count), key -> Cell.empty());
          fit(probe, rows, Arrays.copyOf(columns, count), cell);
        }
      }
    }
    return result(recipe.name(), classes, cells, shared);
  }

  private void check(int features) {
    int most = counts.get(counts.size() - 1);
    if (most > features) {
      throw new TrainingException(
          "counts has " + most + ", but the recipe has " + features + " features");
    }
  }

  private static String key(Order order, int count) {
    return order + " " + count;
  }

  private static void fit(Probe probe, Rows rows, int[] columns, Cell cell) {
    for (int column : columns) {
      cell.groups().merge(rows.coefficients().get(column).group(), 1, Integer::sum);
    }
    Samples train = rows.train().columns(columns);
    ClassicalModel model = probe.fit(train);
    cell.train().add(Probe.uar(model, train, rows.classes()));
    cell.heldOut().addAll(Probe.judge(model, rows.heldOut().columns(columns), rows.clips()));
  }

  private static int[] columns(Order order, Samples train, long seed) {
    if (order == Order.INFORMATIVE) {
      return MutualInformation.ranked(train);
    }
    List<Integer> all = new ArrayList<>(IntStream.range(0, train.coefficients()).boxed().toList());
    Collections.shuffle(all, new Random(seed));
    return all.stream().mapToInt(i -> i).toArray();
  }

  /** Of what groups the features were, most of all first. */
  private Map<String, Double> shares(Map<String, Integer> groups, int count) {
    Map<String, Double> shares = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(
            group ->
                shares.put(group.getKey(), group.getValue() / (double) (count * seeds.size())));
    return shares;
  }

  private FeatureCountsResult result(
      String recipe, List<String> classes, Map<String, Cell> cells, int shared) {
    List<FeatureCountsResult.Row> rows = new ArrayList<>();
    int answers = 0;
    int speakers = 0;
    for (Order order : Order.values()) {
      for (int count : counts) {
        Cell cell = cells.getOrDefault(key(order, count), Cell.empty());
        answers = cell.heldOut().size();
        speakers = (int) cell.heldOut().stream().map(Judgement::speaker).distinct().count();
        rows.add(
            new FeatureCountsResult.Row(
                order,
                count,
                cell.train().stream().mapToDouble(uar -> uar).average().orElse(Double.NaN),
                ImportanceTally.deviation(cell.train()),
                Probe.uar(classes, cell.heldOut()),
                SpeakerBootstrap.STANDARD.interval(classes, cell.heldOut()),
                shares(cell.groups(), count)));
      }
    }
    return new FeatureCountsResult(recipe, rows, answers, speakers, shared, seeds);
  }
}
