package org.emotone.report.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.emotone.features.image.Palette;

/**
 * Values as colours from dark blue over green to yellow, equal steps of value looking equally far
 * apart, to colour-blind readers as well: {@link Palette#FALSE_COLOUR}.
 */
public final class ColourMap {

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
    int[] colours = new int[COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      colours[i] = Palette.FALSE_COLOUR.rgb((double) i / (COLOURS - 1));
    }
    return new IndexColorModel(8, COLOURS, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }
}
