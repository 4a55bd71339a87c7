package org.emotone.report.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The figures behind a chart.
 *
 * @param head names of the columns
 * @param rows as many cells each; all but the first column are figures
 */
public record Table(List<String> head, List<List<String>> rows) {

  /** Copies the lists. */
  public Table {
    head = List.copyOf(head);
    rows = List.copyOf(rows);
  }

  /** Takes rows one by one. */
  public static final class Builder {
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public Builder(String... head) {
      this.head = Arrays.asList(head);
    }

    public Builder row(Object... cells) {
      rows.add(Arrays.stream(cells).map(String::valueOf).toList());
      return this;
    }

    public Table build() {
      return new Table(head, rows);
    }
  }
}
