package org.emotone.training.search;

import java.util.List;
import java.util.Optional;

/** Independent draws. */
record Draws(SearchPlan plan) implements Strategy {

  @Override
  public Optional<Candidate> next(List<Tried> before) {
    return before.size() >= plan.trials()
        ? Optional.empty()
        : Optional.of(Strategy.drawn(plan, before.size() + 1));
  }

  @Override
  public int total() {
    return plan.trials();
  }
}
