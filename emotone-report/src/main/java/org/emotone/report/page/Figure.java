package org.emotone.report.page;

import org.emotone.report.chart.Chart;

/**
 * A chart with what is to be learned from it.
 *
 * @param id name of its files and its place on the page, such as {@code pitch}
 * @param title what it shows
 * @param lesson what a reader should learn from it, one line
 * @param chart the chart
 * @param table the figures behind it
 * @param wide whether it takes the whole width of a desktop's page
 */
public record Figure(
    String id, String title, String lesson, Chart chart, Table table, boolean wide) {

  /** The same over the whole width. */
  public Figure widened() {
    return new Figure(id, title, lesson, chart, table, true);
  }
}
