package org.emotone.training.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.SpeakerBootstrap;
import org.emotone.training.run.Rows;
import org.jspecify.annotations.Nullable;

/** The answers of all seeds, and what they sum up to. */
final class ImportanceTally {

  private final String recipe;
  private final List<Long> seeds;
  private final List<Judgement> all = new ArrayList<>();
  private final Map<String, List<Judgement>> permuted = new LinkedHashMap<>();
  private final Map<String, List<Double>> losses = new LinkedHashMap<>();
  private final Map<String, List<Judgement>> without = new LinkedHashMap<>();
  private final Map<String, List<Judgement>> alone = new LinkedHashMap<>();
  private List<String> classes = List.of();
  private Map<String, int[]> groups = Map.of();
  private double ownUar;
  private int sharedSpeakers;

  ImportanceTally(String recipe, List<Long> seeds) {
    this.recipe = recipe;
    this.seeds = seeds;
  }

  void rows(Rows rows, Map<String, int[]> columns) {
    classes = rows.classes();
    groups = columns;
    sharedSpeakers = Math.max(sharedSpeakers, rows.sharedSpeakers());
  }

  /** Answers with all features, before those that are compared with them. */
  void all(List<Judgement> judged) {
    all.addAll(judged);
    ownUar = Probe.uar(classes, judged);
  }

  void permuted(String group, List<Judgement> judged) {
    add(permuted, group, judged);
    losses
        .computeIfAbsent(group, key -> new ArrayList<>())
        .add(ownUar - Probe.uar(classes, judged));
  }

  void without(String group, List<Judgement> judged) {
    add(without, group, judged);
  }

  void alone(String group, List<Judgement> judged) {
    add(alone, group, judged);
  }

  private static void add(Map<String, List<Judgement>> into, String group, List<Judgement> judged) {
    into.computeIfAbsent(group, key -> new ArrayList<>()).addAll(judged);
  }

  ImportanceResult result() {
    List<ImportanceResult.Row> rows = new ArrayList<>();
    groups.forEach(
        (name, columns) ->
            rows.add(
                new ImportanceResult.Row(
                    name,
                    columns.length,
                    loss(permuted.get(name)),
                    deviation(losses.getOrDefault(name, List.of())),
                    loss(without.get(name)),
                    loss(alone.get(name)))));
    rows.sort(
        Comparator.comparingDouble(
            (ImportanceResult.Row row) -> row.permuted() == null ? 0 : -row.permuted().loss()));
    int features =
        Arrays.stream(groups.values().toArray(int[][]::new)).mapToInt(g -> g.length).sum();
    return new ImportanceResult(
        recipe,
        features,
        Probe.uar(classes, all),
        SpeakerBootstrap.STANDARD.interval(classes, all),
        rows,
        all.size(),
        (int) all.stream().map(Judgement::speaker).distinct().count(),
        sharedSpeakers,
        seeds,
        losses.values().stream().mapToInt(List::size).max().orElse(0) / seeds.size());
  }

  private ImportanceResult.@Nullable Change loss(@Nullable List<Judgement> judged) {
    if (judged == null) {
      return null;
    }
    // The loss is what all features have more: the difference from the others to all.
    Interval interval = SpeakerBootstrap.STANDARD.difference(classes, judged, all);
    double uar = Probe.uar(classes, judged);
    return new ImportanceResult.Change(uar, Probe.uar(classes, all) - uar, interval);
  }

  /** The standard deviation of a sample; 0 of fewer than two values. */
  static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1));
  }
}
