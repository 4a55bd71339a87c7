package org.emotone.report.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.emotone.report.page.Words;
import org.junit.jupiter.api.Test;

final class CountsTest {

  @Test
  void figuresAreWrittenAsPeopleReadThem() {
    assertThat(Counts.decimal(-20.25, 1)).isEqualTo("−20.3");
    assertThat(Counts.decimal(-0.02, 1)).isEqualTo("0.0");
    assertThat(Counts.decimal(-0.4, 0)).isEqualTo("0");
    assertThat(Counts.decimal(Double.NaN, 1)).isEqualTo("–");
    assertThat(Counts.number(11_713)).isEqualTo("11\u202f713");
    assertThat(Counts.plural(1, "clip")).isEqualTo("1 clip");
    assertThat(Counts.plural(0, "clip")).isEqualTo("0 clips");
    assertThat(Counts.percent(0.125)).isEqualTo("13\u202f%");
  }

  @Test
  void listsReadAsSentences() {
    assertThat(Words.list(List.of("a"))).isEqualTo("a");
    assertThat(Words.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
  }
}
