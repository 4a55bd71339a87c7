package org.emotone.training.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Successive halving (Jamieson and Talwalkar, 2016) by thirds: all draws are trained for a few
 * epochs, the best third anew for three times as many, and so on up to the recipe's number.
 */
final class Halving implements Strategy {

  private static final int THIRD = 3;

  /** How many are trained for how many epochs. */
  record Round(int candidates, int epochs) {}

  private final SearchPlan plan;
  private final List<Round> rounds;

  Halving(SearchPlan plan, int epochs) {
    this.plan = plan;
    this.rounds = rounds(plan.trials(), epochs, plan.leastEpochs());
  }

  /** From the first round to the last, which has all epochs. */
  static List<Round> rounds(int candidates, int epochs, int least) {
    int more = 0;
    while (Math.pow(THIRD, more + 1) <= candidates && epochs / Math.pow(THIRD, more + 1) >= least) {
      more++;
    }
    List<Round> rounds = new ArrayList<>();
    for (int round = 0; round <= more; round++) {
      rounds.add(
          new Round(
              (int) Math.max(1, candidates / Math.pow(THIRD, round)),
              (int) Math.max(1, Math.round(epochs / Math.pow(THIRD, more - round)))));
    }
    return rounds;
  }

  @Override
  public Optional<Candidate> next(List<Tried> before) {
    int first = 0;
    List<Candidate> best = List.of();
    for (int r = 0; r < rounds.size(); r++) {
      Round round = rounds.get(r);
      int place = before.size() - first;
      if (place < round.candidates()) {
        Candidate candidate = r == 0 ? Strategy.drawn(plan, place + 1) : best.get(place);
        return Optional.of(candidate.withEpochs(round.epochs()));
      }
      best = best(before.subList(first, first + round.candidates()));
      first += round.candidates();
    }
    return Optional.empty();
  }

  /** From the best down; of equals the one that came first. */
  private static List<Candidate> best(List<Tried> round) {
    return IntStream.range(0, round.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -round.get(i).merit()))
        .map(i -> round.get(i).candidate())
        .toList();
  }

  @Override
  public int total() {
    return rounds.stream().mapToInt(Round::candidates).sum();
  }
}
