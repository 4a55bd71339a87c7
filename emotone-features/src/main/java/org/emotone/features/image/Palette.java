package org.emotone.features.image;

/** How a value from 0 to 1 becomes a colour. */
public enum Palette {
  /** Black to white. */
  GREY {
    @Override
    public int rgb(double value) {
      int level = (int) Math.round(255 * clamped(value));
      return level << 16 | level << 8 | level;
    }
  },
  /** Black to white backwards, as paper spectrograms are. */
  PAPER {
    @Override
    public int rgb(double value) {
      return GREY.rgb(1 - clamped(value));
    }
  },
  /**
   * Violet over green to yellow, of even steps in lightness: viridis (van der Walt, Smith 2015).
   */
  FALSE_COLOUR {
    @Override
    public int rgb(double value) {
      double place = clamped(value) * (ANCHORS.length - 1);
      int below = Math.min(ANCHORS.length - 2, (int) place);
      double share = place - below;
      int rgb = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        int from = ANCHORS[below] >> shift & 255;
        int to = ANCHORS[below + 1] >> shift & 255;
        rgb |= (int) Math.round(from + share * (to - from)) << shift;
      }
      return rgb;
    }
  };

  private static final int[] ANCHORS = {
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
  };

  /** The colour of a value as {@code 0xRRGGBB}; beyond 0 and 1 it is that of the nearer end. */
  public abstract int rgb(double value);

  private static double clamped(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
