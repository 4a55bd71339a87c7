package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InOrderTest {

  @Test
  void givesResultsInTheOrderOfTheItemsWhateverFailsBetween() {
    List<Integer> items = IntStream.range(0, 200).boxed().toList();
    List<String> results = new ArrayList<>();
    try (InOrder<Integer, String> work = new InOrder<>(items, InOrderTest::name)) {
      while (work.hasNext()) {
        InOrder.Result<Integer, String> result = work.next();
        if (result instanceof InOrder.Done<Integer, String> done) {
          results.add(done.value());
        } else if (result instanceof InOrder.Failed<Integer, String> failed) {
          results.add(String.valueOf(failed.cause().getMessage()));
        }
      }
    }
    assertThat(results)
        .isEqualTo(items.stream().map(i -> i % 7 == 3 ? "no " + i : "yes " + i).toList());
  }

  private static String name(int item) throws IOException {
    if (item % 7 == 3) {
      throw new IOException("no " + item);
    }
    return "yes " + item;
  }
}
