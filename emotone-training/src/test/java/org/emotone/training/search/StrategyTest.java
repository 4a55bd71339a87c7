package org.emotone.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.emotone.training.recipe.RecipeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {

  private static final String SPACE =
      "space: {x: {from: 0.0, to: 1.0}, y: {from: 0.0, to: 1.0}, c: [a, b, c, d]}";

  private static SearchPlan plan(String keys) {
    try {
      return SearchPlan.parse("s.yaml", keys + "\n" + SPACE);
    } catch (RecipeException e) {
      throw new AssertionError(e);
    }
  }

  /** Best at x = 0.3, y = 0.8, c = b. */
  private static double merit(Candidate candidate) {
    double x = value(candidate, "x") - 0.3;
    double y = value(candidate, "y") - 0.8;
    return -x * x - y * y - ("b".equals(node(candidate, "c").asText()) ? 0 : 0.2);
  }

  private static double value(Candidate candidate, String place) {
    return node(candidate, place).doubleValue();
  }

  private static JsonNode node(Candidate candidate, String place) {
    return Objects.requireNonNull(candidate.values().get(place));
  }

  private static List<Strategy.Tried> run(
      Strategy strategy, ToDoubleFunction<Candidate> merit, int most) {
    List<Strategy.Tried> tried = new ArrayList<>();
    Optional<Candidate> next = strategy.next(tried);
    while (next.isPresent() && tried.size() < most) {
      tried.add(new Strategy.Tried(next.get(), merit.applyAsDouble(next.get())));
      next = strategy.next(tried);
    }
    return tried;
  }

  @Test
  void aGridHasEveryCombinationOnce() throws RecipeException {
    SearchPlan plan =
        SearchPlan.parse(
            "s.yaml", "method: grid\nspace: {a: [1, 2], b: {from: 1, to: 3}, c: [x, y]}");
    Strategy grid = Strategy.of(plan, 10);
    List<String> all =
        run(grid, c -> 0, 100).stream().map(t -> t.candidate().values().toString()).toList();
    assertThat(grid.total()).isEqualTo(12);
    assertThat(all).hasSize(12).doesNotHaveDuplicates();
    assertThat(all.get(1)).isEqualTo("{a=1, b=1, c=\"y\"}");
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"RANDOM", "TPE", "HALVING"})
  void whatComesNextFollowsFromWhatWasTriedAlone(Method method) {
    SearchPlan plan =
        plan("method: %s\ntrials: 20".formatted(method.name().toLowerCase(Locale.ROOT)));
    List<Strategy.Tried> whole = run(Strategy.of(plan, 27), StrategyTest::merit, 1000);
    Strategy fresh = Strategy.of(plan, 27);
    assertThat(whole).hasSize(fresh.total());
    for (int i = 0; i < whole.size(); i++) {
      assertThat(fresh.next(whole.subList(0, i))).contains(whole.get(i).candidate());
    }
    assertThat(fresh.next(whole)).isEmpty();
  }

  @Test
  void estimatorsComeNearerToTheBestThanDraws() {
    int nearer = 0;
    for (int seed = 1; seed <= 10; seed++) {
      List<Strategy.Tried> tpe =
          run(
              Strategy.of(plan("method: tpe\ntrials: 60\nseed: " + seed), 1),
              StrategyTest::merit,
              60);
      List<Strategy.Tried> random =
          run(
              Strategy.of(plan("method: random\ntrials: 60\nseed: " + seed), 1),
              StrategyTest::merit,
              60);
      nearer += mean(tpe.subList(30, 60)) > mean(random.subList(30, 60)) ? 1 : 0;
      assertThat(tpe.subList(0, 10)).isEqualTo(random.subList(0, 10));
    }
    assertThat(nearer).isEqualTo(10);
  }

  private static double mean(List<Strategy.Tried> tried) {
    return tried.stream().mapToDouble(Strategy.Tried::merit).average().orElseThrow();
  }

  @Test
  void failedTrialsAreKeptAwayFrom() {
    ToDoubleFunction<Candidate> failing =
        c -> value(c, "x") > 0.5 ? Double.NEGATIVE_INFINITY : -value(c, "y");
    List<Strategy.Tried> tried =
        run(Strategy.of(plan("method: tpe\ntrials: 60"), 1), failing, 60).subList(30, 60);
    assertThat(tried).filteredOn(t -> t.merit() == Double.NEGATIVE_INFINITY).hasSizeLessThan(8);
  }

  @Test
  void halvingTrainsTheBestThirdForThreeTimesAsLong() {
    assertThat(Halving.rounds(20, 27, 1))
        .containsExactly(
            new Halving.Round(20, 3), new Halving.Round(6, 9), new Halving.Round(2, 27));
    assertThat(Halving.rounds(20, 27, 5))
        .containsExactly(new Halving.Round(20, 9), new Halving.Round(6, 27));
    assertThat(Halving.rounds(2, 27, 1)).containsExactly(new Halving.Round(2, 27));
    List<Strategy.Tried> tried =
        run(Strategy.of(plan("method: halving\ntrials: 20"), 27), StrategyTest::merit, 100);
    assertThat(tried).hasSize(28);
    List<Strategy.Tried> first = tried.subList(0, 20);
    double sixth = first.stream().map(Strategy.Tried::merit).sorted().toList().get(14);
    assertThat(tried.subList(20, 26))
        .allSatisfy(t -> assertThat(t.merit()).isGreaterThanOrEqualTo(sixth));
    assertThat(tried.get(26).candidate().values()).isEqualTo(tried.get(20).candidate().values());
    assertThat(tried.get(27).candidate().epochs()).isEqualTo(27);
  }

  @Test
  void densitiesSumToOne() {
    SearchPlan plan = plan("trials: 5");
    List<Strategy.Tried> tried = run(new Draws(plan), StrategyTest::merit, 5);
    List<Range> ranges = new ArrayList<>(plan.space().values());
    for (int place = 0; place < ranges.size(); place++) {
      double sum = 0;
      for (double cell : ParzenEstimators.density(ranges.get(place), tried, place)) {
        assertThat(cell).isPositive();
        sum += cell;
      }
      assertThat(sum).isCloseTo(1, within(1e-12));
    }
  }
}
