package org.emotone.report.drawing;

import java.awt.Color;
import java.util.Locale;
import org.emotone.colour.DataColour;

/**
 * Colours by their role, each in a light and a dark variant; those of emotions, sexes and series
 * are {@link DataColour}'s. Charts name each group beside its colour as well.
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
  FEMALE(DataColour.FEMALE),
  /** Men. */
  MALE(DataColour.MALE),
  /** Nobody says whether woman or man. */
  UNSTATED(DataColour.UNSTATED),
  /** The emotion. */
  NEUTRAL(DataColour.NEUTRAL),
  /** The emotion. */
  CALM(DataColour.CALM),
  /** The emotion. */
  HAPPY(DataColour.HAPPY),
  /** The emotion. */
  SAD(DataColour.SAD),
  /** The emotion. */
  ANGRY(DataColour.ANGRY),
  /** The emotion. */
  FEAR(DataColour.FEAR),
  /** The emotion. */
  DISGUST(DataColour.DISGUST),
  /** The emotion. */
  SURPRISE(DataColour.SURPRISE),
  /** The emotion. */
  BOREDOM(DataColour.BOREDOM),
  /** The emotion. */
  OTHER(DataColour.OTHER),
  /** A series. */
  SERIES_1(DataColour.SERIES_1),
  /** A series. */
  SERIES_2(DataColour.SERIES_2),
  /** A series. */
  SERIES_3(DataColour.SERIES_3),
  /** A series. */
  SERIES_4(DataColour.SERIES_4),
  /** A series. */
  SERIES_5(DataColour.SERIES_5),
  /** A series. */
  SERIES_6(DataColour.SERIES_6),
  /** A series. */
  SERIES_7(DataColour.SERIES_7),
  /** A series. */
  SERIES_8(DataColour.SERIES_8);

  private static final int SERIES = 8;

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  Ink(DataColour colour) {
    this(colour.light(), colour.dark());
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
