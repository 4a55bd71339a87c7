package org.emotone.training.importance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.check.Bounds;
import org.emotone.features.set.Coefficient;
import org.emotone.training.classical.ClassicalModel;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.run.Rows;

/**
 * Which groups of features a classifier goes by. The values of a group are permuted between the
 * validation clips, all columns of a clip together, and the loss of UAR is what the classifier owed
 * to them (Breiman, 2001, section 10; groups after Gregorutti et al., 2015). It may also be fitted
 * anew without each group, and with each alone, which tells what other groups know as well.
 *
 * @param seeds each draws its own validation speakers, at least one, all different
 * @param repeats permutations of each group with each seed, 1 to 1000
 * @param drop whether it is fitted anew without each group and with each alone
 */
public record Importance(List<Long> seeds, int repeats, boolean drop) {

  /** How often a group is permuted when nothing is said. */
  public static final int REPEATS = 10;

  /** Checks the ranges. */
  public Importance {
    seeds = Seeds.check(seeds);
    Bounds.check("repeats", repeats, 1, 1000);
  }

  /**
   * Fits and measures.
   *
   * @param recipe with a classifier
   * @param source of its rows
   * @param stage told what is being done
   * @throws TrainingException if the recipe cannot be asked so, in one line
   */
  public ImportanceResult of(Recipe recipe, RowSource source, Consumer<String> stage)
      throws IOException, InterruptedException {
    Seeds.checkTest(recipe, seeds);
    ImportanceTally tally = new ImportanceTally(recipe.name(), seeds);
    for (long seed : seeds) {
      Probe probe = Probe.of(recipe.withSeed(seed));
      Rows rows = source.rows(seed);
      Map<String, int[]> groups = groups(rows.coefficients());
      if (groups.size() < 2) {
        throw new TrainingException(
            "all features of recipe "
                + recipe.name()
                + " are of one group, "
                + String.join(", ", groups.keySet())
                + "; there is nothing to compare");
      }
      stage.accept("seed " + seed + ": " + groups.size() + " groups");
      tally.rows(rows, groups);
      permute(probe, rows, groups, tally);
      if (drop) {
        fitAnew(probe, rows, groups, tally);
      }
    }
    return tally.result();
  }

  private void permute(Probe probe, Rows rows, Map<String, int[]> groups, ImportanceTally tally) {
    ClassicalModel model = probe.fit(rows.train());
    tally.all(Probe.judge(model, rows.heldOut(), rows.clips()));
    Random random = new Random(probe.seed());
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Map.Entry<String, int[]> group : groups.entrySet()) {
        Samples permuted = permuted(rows.heldOut(), group.getValue(), random);
        List<Judgement> judged = Probe.judge(model, permuted, rows.clips());
        tally.permuted(group.getKey(), judged);
      }
    }
  }

  private static void fitAnew(
      Probe probe, Rows rows, Map<String, int[]> groups, ImportanceTally tally) {
    int columns = rows.coefficients().size();
    groups.forEach(
        (name, own) -> {
          boolean[] in = new boolean[columns];
          IntStream.of(own).forEach(column -> in[column] = true);
          int[] others = IntStream.range(0, columns).filter(column -> !in[column]).toArray();
          tally.without(name, judged(probe, rows, others));
          tally.alone(name, judged(probe, rows, own));
        });
  }

  private static List<Judgement> judged(Probe probe, Rows rows, int[] columns) {
    ClassicalModel model = probe.fit(rows.train().columns(columns));
    return Probe.judge(model, rows.heldOut().columns(columns), rows.clips());
  }

  /** The columns of each group, in the order of their first ones. */
  static Map<String, int[]> groups(List<Coefficient> coefficients) {
    Map<String, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < coefficients.size(); i++) {
      places.computeIfAbsent(coefficients.get(i).group(), key -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> groups = new LinkedHashMap<>();
    places.forEach((name, own) -> groups.put(name, own.stream().mapToInt(i -> i).toArray()));
    return groups;
  }

  /**
   * Clips whose values in some columns are those of other clips, all of one clip from one other.
   */
  static Samples permuted(Samples samples, int[] columns, Random random) {
    int[] from = IntStream.range(0, samples.size()).toArray();
    for (int i = from.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = from[i];
      from[i] = from[other];
      from[other] = kept;
    }
    List<FeatureMatrix> clips = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      float[] values = samples.clips().get(i).values().clone();
      for (int column : columns) {
        values[column] = samples.clips().get(from[i]).get(0, column);
      }
      clips.add(new FeatureMatrix(values, 1, values.length));
    }
    return new Samples(clips, samples.labels(), samples.classes());
  }
}
