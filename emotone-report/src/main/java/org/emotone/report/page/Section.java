package org.emotone.report.page;

import java.util.List;

/**
 * A part of the page.
 *
 * @param id its place on the page
 * @param title its heading
 * @param introduction one or two sentences
 * @param figures its charts
 */
public record Section(String id, String title, String introduction, List<Figure> figures) {

  /** Copies the list. */
  public Section {
    figures = List.copyOf(figures);
  }
}
