package org.emotone.report.drawing;

import java.awt.Color;
import java.util.Locale;

/**
 * Colours by their role, each in a light and a dark variant. Those of the emotions, sexes and
 * series go back to Okabe and Ito (2008), whose eight colours colour-blind people tell apart;
 * charts with more than two of them name each group beside it as well.
 */
public enum Ink {
  /** Text and axes that are to be read. */
  TEXT(0x1d2733, 0xe8edf3),
  /** Text beside the point. */
  FAINT(0x5f6b7a, 0x9fabba),
  /** Lines that help the eye. */
  GRID(0xe2e7ed, 0x2c3643),
  /** What is there but not meant. */
  QUIET(0xc3cad3, 0x465261),
  /** The ground of a drawing. */
  GROUND(0xffffff, 0x171d26),
  /** One series alone. */
  ACCENT(0x0072b2, 0x4ea3dd),
  /** Women. */
  FEMALE(0xc2611b, 0xec9a52),
  /** Men. */
  MALE(0x0072b2, 0x5aaee6),
  /** Nobody says whether woman or man. */
  UNSTATED(0x7b8794, 0x9aa6b4),
  /** The emotion. */
  NEUTRAL(0x7d8793, 0xa3adb9),
  /** The emotion. */
  CALM(0x3fa7dd, 0x6cc4f2),
  /** The emotion. */
  HAPPY(0xe6a700, 0xf2c23c),
  /** The emotion. */
  SAD(0x1f5fa8, 0x4f8fe0),
  /** The emotion. */
  ANGRY(0xd1480f, 0xf0703a),
  /** The emotion. */
  FEAR(0x7b3f9e, 0xb98be0),
  /** The emotion. */
  DISGUST(0x008f68, 0x2fc096),
  /** The emotion. */
  SURPRISE(0xd6659f, 0xf28fc0),
  /** The emotion. */
  BOREDOM(0x8a6d3b, 0xbf9d63),
  /** The emotion. */
  OTHER(0x3a4450, 0xcdd5de),
  /** A series. */
  SERIES_1(0x0072b2, 0x4ea3dd),
  /** A series. */
  SERIES_2(0xe08e00, 0xf0aa35),
  /** A series. */
  SERIES_3(0x009e73, 0x2fc096),
  /** A series. */
  SERIES_4(0xc95f93, 0xe58fba),
  /** A series. */
  SERIES_5(0xd1480f, 0xf0703a),
  /** A series. */
  SERIES_6(0x56b4e9, 0x8fd0f5),
  /** A series. */
  SERIES_7(0x7b3f9e, 0xb98be0),
  /** A series. */
  SERIES_8(0x8a6d3b, 0xbf9d63);

  private static final int SERIES = 8;

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The colour of a series; after eight they begin again. */
  public static Ink series(int index) {
    return valueOf("SERIES_" + (1 + Math.floorMod(index, SERIES)));
  }

  /** The colour on a light ground, as CSS writes it. */
  public String lightCss() {
    return css(light);
  }

  /** The colour on a dark ground, as CSS writes it. */
  public String darkCss() {
    return css(dark);
  }

  /** The colour on a light ground. */
  Color colour() {
    return new Color(light);
  }

  /** The name of the colour in style sheets, such as {@code series-1}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String css(int rgb) {
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
