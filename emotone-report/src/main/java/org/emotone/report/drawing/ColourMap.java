package org.emotone.report.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * Values as colours from dark blue over green to yellow, equal steps of value looking equally far
 * apart, to colour-blind readers as well: nine points of viridis (Smith and van der Walt 2015, CC0)
 * and straight lines between them.
 */
public final class ColourMap {

  private static final int[] POINTS = {
    0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30, 0xfde725
  };
  private static final int COLOURS = 256;
  private static final IndexColorModel MODEL = model();

  private ColourMap() {}

  /** Gives the value of a pixel, 0 (darkest) to 1. */
  @FunctionalInterface
  public interface Pixels {
    /** The value at a place, x to the right and y downwards; beyond 0 … 1 it is held there. */
    double at(int x, int y);
  }

  /** A picture of values. */
  public static BufferedImage paint(int width, int height, Pixels pixels) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, MODEL);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double value = Math.max(0, Math.min(1, pixels.at(x, y)));
        image.getRaster().setSample(x, y, 0, (int) Math.round((COLOURS - 1) * value));
      }
    }
    return image;
  }

  /** A picture as the bytes of a PNG file. */
  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static IndexColorModel model() {
    byte[][] parts = new byte[3][COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      double at = (double) i / (COLOURS - 1) * (POINTS.length - 1);
      int below = Math.min(POINTS.length - 2, (int) at);
      for (int part = 0; part < 3; part++) {
        int shift = 16 - 8 * part;
        int from = POINTS[below] >> shift & 0xff;
        int to = POINTS[below + 1] >> shift & 0xff;
        parts[part][i] = (byte) Math.round(from + (at - below) * (to - from));
      }
    }
    return new IndexColorModel(8, COLOURS, parts[0], parts[1], parts[2]);
  }
}
