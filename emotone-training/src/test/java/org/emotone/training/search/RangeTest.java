package org.emotone.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.emotone.features.StrictJson;
import org.emotone.training.recipe.RecipeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeTest {

  private static SearchPlan plan(String... places) throws RecipeException {
    return SearchPlan.parse("s.yaml", "space:\n  " + String.join("\n  ", places) + "\n");
  }

  private static Range range(String range) throws RecipeException {
    return Objects.requireNonNull(plan("a: " + range).space().get("a"));
  }

  private static List<String> over(Range range, int parts) {
    return IntStream.range(0, parts)
        .mapToObj(i -> SearchResult.words(range.at((i + 0.5) / parts)))
        .toList();
  }

  @Test
  void listedValuesStayAsTheyAreWritten() throws RecipeException {
    Range range = range("[8, 0.5, none, {type: focal}]");
    assertThat(range.count()).isEqualTo(4);
    assertThat(over(range, 4)).containsExactly("8", "0.5", "none", "{\"type\":\"focal\"}");
  }

  @Test
  void endsWithoutAPointGiveWholeNumbersAndBothEndsAmongThem() throws RecipeException {
    assertThat(over(range("{from: 1, to: 4}"), 8))
        .containsExactly("1", "1", "2", "2", "3", "3", "4", "4");
    assertThat(over(range("{from: 16, to: 64, step: 16}"), 4))
        .containsExactly("16", "32", "48", "64");
    assertThat(over(range("{from: 0.0, to: 1.0, step: 0.25}"), 5))
        .containsExactly("0.0", "0.25", "0.5", "0.75", "1.0");
    Range wide = range("{from: 1, to: 1000000, scale: log}");
    assertThat(over(wide, 3)).containsExactly("10", "1000", "100000");
  }

  @Test
  void decadesAreAsWideAsEachOtherOnALogarithmicScale() throws RecipeException {
    Range range = range("{from: 0.0001, to: 1.0, scale: log}");
    assertThat(range.at(0.5).doubleValue()).isCloseTo(0.01, within(1e-9));
    assertThat(range.at(0).doubleValue()).isCloseTo(0.0001, within(1e-12));
    assertThat(range.at(1.0 / 3).toString()).hasSizeLessThan(10);
  }

  @Test
  void aPlanIsReadBackFromItsJson() throws RecipeException {
    SearchPlan plan =
        plan(
            "a: [1, x, 2.5]",
            "b: {from: 1, to: 9, step: 2}",
            "c: {from: 0.001, to: 1.0, scale: log}",
            "d: {from: 0.0, to: 1.0}");
    assertThat(StrictJson.read("plan", StrictJson.writeIndented(plan), SearchPlan.class))
        .isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: 2, to: 1}|from: must be below to",
        "{from: 0, to: 1, scale: log}|from: must be above 0",
        "{from: 0.1}|to must be a number, is missing",
        "{from: a, to: b}|from: must be a number",
        "{from: 1, to: 2, values: [1, 2]}|either values",
        "[1]|at least two",
        "{form: 1, to: 2}|did you mean 'from'",
        "{from: 0.0, to: 1.0, step: 0.00001}|step: must leave",
        "{from: 0.1, to: 1.0, step: 0.1, scale: log}|list the values",
        "5|expected"
      })
  void aRangeThatCannotBeIsRefusedInOneLineWithItsPlace(String range, String message) {
    assertThatThrownBy(() -> range(range))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("s.yaml:2: space.a")
        .hasMessageContaining(message);
  }

  @Test
  void aPlanThatCannotBeIsRefused() {
    assertThatThrownBy(() -> SearchPlan.parse("s.yaml", "method: grd\nspace: {a: [1, 2]}"))
        .hasMessageContaining("did you mean 'grid'");
    assertThatThrownBy(() -> SearchPlan.parse("s.yaml", "trials: 3"))
        .hasMessageContaining("space must name a place of the recipe");
    assertThatThrownBy(
            () -> SearchPlan.parse("s.yaml", "method: grid\nspace: {a: {from: 0.0, to: 1.0}}"))
        .hasMessageContaining("a grid needs values or a step");
    assertThatThrownBy(
            () ->
                SearchPlan.parse(
                    "s.yaml", "method: grid\ntrials: 3\nspace: {a: [1, 2], b: [1, 2]}"))
        .hasMessageContaining("the grid has 4 combinations");
  }
}
