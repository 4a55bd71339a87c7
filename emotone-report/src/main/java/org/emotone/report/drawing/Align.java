package org.emotone.report.drawing;

/** Where text stands relative to its point. */
public enum Align {
  /** It begins there. */
  LEFT(0, "start"),
  /** Its middle is there. */
  CENTRE(0.5, "middle"),
  /** It ends there. */
  RIGHT(1, "end");

  private final double share;
  private final String anchor;

  Align(double share, String anchor) {
    this.share = share;
    this.anchor = anchor;
  }

  /** Share of the text's width that lies left of the point. */
  double share() {
    return share;
  }

  /** Its name in SVG. */
  String anchor() {
    return anchor;
  }
}
