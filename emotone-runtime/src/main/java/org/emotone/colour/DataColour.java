package org.emotone.colour;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Colours that stand for something, each in a variant for light and one for dark grounds. The
 * emotions, and the series, were searched for from those of Okabe and Ito (2008) so that any two
 * are at least 18 apart (CIE 1976) to those who see all colours and to those who see no red, no
 * green or no blue (simulated after Machado, Oliveira and Fernandes 2009); whoever uses them names
 * each group beside its colour as well.
 */
public enum DataColour {
  /** The emotion. */
  NEUTRAL(0x8f949d, 0x959b96),
  /** The emotion. */
  CALM(0x49b2e8, 0x97cdff),
  /** The emotion. */
  HAPPY(0xe6a700, 0xf2c23c),
  /** The emotion. */
  SAD(0x6174d6, 0x4492e6),
  /** The emotion. */
  ANGRY(0xd64d11, 0xec6f35),
  /** The emotion. */
  FEAR(0x753296, 0x8e5ca8),
  /** The emotion. */
  DISGUST(0x0d9265, 0x5ee0aa),
  /** The emotion. */
  SURPRISE(0xa1448b, 0xda82c5),
  /** The emotion. */
  BOREDOM(0x70602e, 0xb69e6a),
  /** Any other emotion. */
  OTHER(0x3a434f, 0xcdd5df),
  /** Women. */
  FEMALE(0xc2611b, 0xec9a52),
  /** Men. */
  MALE(0x0072b2, 0x5aaee6),
  /** Nobody says whether woman or man. */
  UNSTATED(0x7b8794, 0x9aa6b4),
  /** A series. */
  SERIES_1(0x0066ce, 0x1571ad),
  /** A series. */
  SERIES_2(0xe59100, 0xf5950e),
  /** A series. */
  SERIES_3(0x009771, 0x2fc096),
  /** A series. */
  SERIES_4(0xc161a0, 0xe088c4),
  /** A series. */
  SERIES_5(0xd1480f, 0xde6126),
  /** A series. */
  SERIES_6(0x55baf1, 0xbdebff),
  /** A series. */
  SERIES_7(0x753891, 0xbd92ee),
  /** A series. */
  SERIES_8(0xac8b4f, 0xbe9f63);

  private static final int SERIES = 8;
  private static final List<DataColour> EMOTIONS =
      List.of(NEUTRAL, CALM, HAPPY, SAD, ANGRY, FEAR, DISGUST, SURPRISE, BOREDOM, OTHER);

  private final int light;
  private final int dark;

  DataColour(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  /** The colours of emotions, in the order in which charts list them. */
  public static List<DataColour> emotions() {
    return EMOTIONS;
  }

  /** The colour of a series; after eight they begin again. */
  public static DataColour series(int index) {
    return valueOf("SERIES_" + (1 + Math.floorMod(index, SERIES)));
  }

  /** The colour of this name, such as {@code angry} or {@code series-1}; empty if there is none. */
  public static Optional<DataColour> byId(String id) {
    return Arrays.stream(values()).filter(colour -> colour.id().equals(id)).findFirst();
  }

  /** The colour on a light ground, {@code 0xRRGGBB}. */
  public int light() {
    return light;
  }

  /** The colour on a dark ground, {@code 0xRRGGBB}. */
  public int dark() {
    return dark;
  }

  /** The name of the colour in style sheets, such as {@code series-1}; of an emotion its id. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
