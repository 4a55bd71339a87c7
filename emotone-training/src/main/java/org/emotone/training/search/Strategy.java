package org.emotone.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chooses what to try next. It depends on the plan and on what was tried, and on nothing else. */
interface Strategy {

  /** A combination and what it came to: the higher the better, −∞ if it failed. */
  record Tried(Candidate candidate, double merit) {}

  /** The next one, or nothing when the search is over. */
  Optional<Candidate> next(List<Tried> before);

  /** How many there will be, for progress. */
  int total();

  /**
   * The strategy of a plan.
   *
   * @param epochs of the recipe
   */
  static Strategy of(SearchPlan plan, int epochs) {
    return switch (plan.method()) {
      case GRID -> new Grid(plan);
      case RANDOM -> new Draws(plan);
      case TPE -> new ParzenEstimators(plan);
      case HALVING -> new Halving(plan, epochs);
    };
  }

  /** The draw of a number, which depends on no other one. */
  static Candidate drawn(SearchPlan plan, int number) {
    SplittableRandom random = random(plan, number);
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < plan.space().size(); i++) {
      shares.add(random.nextDouble());
    }
    return Candidate.at(plan.space(), shares);
  }

  /** Randomness of one trial. */
  static SplittableRandom random(SearchPlan plan, int number) {
    return new SplittableRandom(plan.seed() * 1_000_003 + number);
  }
}
