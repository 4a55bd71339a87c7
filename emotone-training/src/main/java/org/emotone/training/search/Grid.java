package org.emotone.training.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All combinations; the last place of the space changes first. */
record Grid(SearchPlan plan) implements Strategy {

  @Override
  public Optional<Candidate> next(List<Tried> before) {
    int index = before.size();
    if (index >= total()) {
      return Optional.empty();
    }
    List<Range> ranges = new ArrayList<>(plan.space().values());
    Double[] shares = new Double[ranges.size()];
    for (int i = ranges.size() - 1; i >= 0; i--) {
      int count = ranges.get(i).count();
      shares[i] = (index % count + 0.5) / count;
      index /= count;
    }
    return Optional.of(Candidate.at(plan.space(), List.of(shares)));
  }

  @Override
  public int total() {
    return plan.space().values().stream().mapToInt(Range::count).reduce(1, Math::multiplyExact);
  }
}
