package org.emotone.training.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Tree-structured Parzen estimators (Bergstra, Bardenet, Bengio and Kégl, 2011, section 4): of the
 * candidates drawn from a density of what did well, the one that is least like what did not.
 *
 * <p>Each place of the recipe has densities of its own. They are held on cells of its range: one
 * for each value where these are few, else {@value #CELLS} of equal width. A trial adds a bell
 * around its cell, as wide as the gaps to its neighbours, and one more share is spread evenly; of
 * values without an order it adds to its own cell alone.
 */
record ParzenEstimators(SearchPlan plan) implements Strategy {

  private static final int CELLS = 100;
  private static final int CANDIDATES = 24;
  private static final double GOOD = 0.25;

  @Override
  public int total() {
    return plan.trials();
  }

  @Override
  public Optional<Candidate> next(List<Tried> before) {
    int number = before.size() + 1;
    if (number > plan.trials()) {
      return Optional.empty();
    }
    Candidate drawn = Strategy.drawn(plan, number);
    if (number <= plan.startup()) {
      return Optional.of(drawn);
    }
    List<Tried> falling = new ArrayList<>(before);
    falling.sort(Comparator.comparingDouble((Tried tried) -> -tried.merit()));
    int good = (int) Math.ceil(GOOD * falling.size());
    SplittableRandom random = Strategy.random(plan, number);
    List<Range> ranges = new ArrayList<>(plan.space().values());
    List<Double> shares = new ArrayList<>();
    for (int place = 0; place < ranges.size(); place++) {
      double[] well = density(ranges.get(place), falling.subList(0, good), place);
      double[] ill = density(ranges.get(place), falling.subList(good, falling.size()), place);
      shares.add(choice(well, ill, random));
    }
    return Optional.of(Candidate.at(plan.space(), shares));
  }

  private static double choice(double[] well, double[] ill, SplittableRandom random) {
    int best = -1;
    for (int i = 0; i < CANDIDATES; i++) {
      int cell = draw(well, random.nextDouble());
      if (best < 0 || well[cell] / ill[cell] > well[best] / ill[best]) {
        best = cell;
      }
    }
    return (best + random.nextDouble()) / well.length;
  }

  private static int draw(double[] density, double share) {
    double sum = 0;
    for (int cell = 0; cell < density.length; cell++) {
      sum += density[cell];
      if (share < sum) {
        return cell;
      }
    }
    return density.length - 1;
  }

  /** The density of a place over its cells, which sum to 1. */
  static double[] density(Range range, List<Tried> trials, int place) {
    int count = range.count();
    double[] density = new double[count > 0 && count <= CELLS ? count : CELLS];
    double[] shares = trials.stream().mapToDouble(t -> t.candidate().shares().get(place)).toArray();
    double weight = 1.0 / (trials.size() + 1);
    Arrays.fill(density, weight / density.length);
    for (double share : shares) {
      if (range.unordered()) {
        density[(int) (share * density.length)] += weight;
      } else {
        bell(density, share, width(share, shares), weight);
      }
    }
    return density;
  }

  /** The greater distance to a neighbour or the range's end, within limits. */
  private static double width(double share, double[] shares) {
    double below = share;
    double above = 1 - share;
    for (double other : shares) {
      if (other < share) {
        below = Math.min(below, share - other);
      } else if (other > share) {
        above = Math.min(above, other - share);
      }
    }
    return Math.max(Math.max(below, above), 1.0 / (1 + Math.min(CELLS, shares.length + 1)));
  }

  private static void bell(double[] density, double centre, double width, double weight) {
    double[] bell = new double[density.length];
    double sum = 0;
    for (int cell = 0; cell < bell.length; cell++) {
      double distance = ((cell + 0.5) / bell.length - centre) / width;
      bell[cell] = Math.exp(-distance * distance / 2);
      sum += bell[cell];
    }
    for (int cell = 0; cell < bell.length; cell++) {
      density[cell] += weight * bell[cell] / sum;
    }
  }
}
