package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {

  private static final List<String> KEYS = List.of("epochs", "seed", "labelSmoothing");

  @Test
  void nearMissIsFound() {
    assertThat(Suggestion.nearest("epoch", KEYS)).contains("epochs");
    assertThat(Suggestion.nearest("sede", KEYS)).contains("seed");
    assertThat(Suggestion.nearest("labelsmothing", KEYS)).contains("labelSmoothing");
  }

  @Test
  void farMissIsNot() {
    assertThat(Suggestion.nearest("dropout", KEYS)).isEmpty();
    assertThat(Suggestion.nearest("x", List.of())).isEmpty();
  }

  @Test
  void swapOfNeighboursIsOneEdit() {
    assertThat(Suggestion.distance("filetrs", "filters")).isEqualTo(1);
    assertThat(Suggestion.distance("", "abc")).isEqualTo(3);
  }
}
