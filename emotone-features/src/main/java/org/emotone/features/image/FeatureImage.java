package org.emotone.features.image;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.check.Bounds;

/**
 * A picture of a matrix: time from left to right, coefficient 0 at the bottom.
 *
 * <p>Shrinking averages what falls into a pixel, growing interpolates linearly; then the values
 * from {@code low} to {@code high} become colours. The pixels are a function of the matrix alone.
 *
 * @param width in pixels, 1 to 10 000
 * @param height in pixels, 1 to 10 000
 * @param palette the colours
 */
public record FeatureImage(int width, int height, Palette palette) {

  /** 40 × 30 pixels in colour, as of published MFCC pictures. */
  public static final FeatureImage SMALL = new FeatureImage(40, 30, Palette.FALSE_COLOUR);

  /** 128 × 128 pixels in grey. */
  public static final FeatureImage SQUARE_128 = new FeatureImage(128, 128, Palette.GREY);

  /** 224 × 224 pixels in colour, the input of MobileNet, VGG and ResNet. */
  public static final FeatureImage SQUARE_224 = new FeatureImage(224, 224, Palette.FALSE_COLOUR);

  /** 299 × 299 pixels in colour, the input of Inception. */
  public static final FeatureImage SQUARE_299 = new FeatureImage(299, 299, Palette.FALSE_COLOUR);

  /** Width of the pieces that {@link #slices} cuts, and the distance of their starts, in pixels. */
  public static final int SLICE_WIDTH = 200;

  /** Distance of the starts of slices in pixels. */
  public static final int SLICE_STEP = 100;

  /** Height of slices in pixels. */
  public static final int SLICE_HEIGHT = 128;

  private static final int MOST = 10_000;

  /** Checks the ranges. */
  public FeatureImage {
    Bounds.check("width", width, 1, MOST);
    Bounds.check("height", height, 1, MOST);
  }

  /**
   * The picture, from the least to the largest value of the matrix; of a constant matrix all pixels
   * have the palette's lowest colour.
   */
  public BufferedImage of(FeatureMatrix matrix) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : matrix.values()) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return of(matrix, low, high > low ? high : low + 1);
  }

  /**
   * The picture of values in a fixed range, so that pictures of several clips can be compared.
   *
   * @param low value of the palette's lowest colour
   * @param high value of its highest, above {@code low}
   * @throws IllegalArgumentException if the matrix has no frame or the range no extent
   */
  public BufferedImage of(FeatureMatrix matrix, double low, double high) {
    if (matrix.frames() == 0) {
      throw new IllegalArgumentException("features without a frame have no picture");
    }
    if (!(high > low)) {
      throw new IllegalArgumentException("high must be above low (" + low + "), was " + high);
    }
    Resampling over = new Resampling(matrix.frames(), width);
    Resampling up = new Resampling(matrix.coefficients(), height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    double[] column = new double[matrix.coefficients()];
    for (int x = 0; x < width; x++) {
      for (int c = 0; c < column.length; c++) {
        int coefficient = c;
        column[c] = over.at(x, frame -> matrix.get(frame, coefficient));
      }
      for (int y = 0; y < height; y++) {
        double value = up.at(y, c -> column[c]);
        image.setRGB(x, height - 1 - y, palette.rgb((value - low) / (high - low)));
      }
    }
    return image;
  }

  /**
   * Pieces of 200 × 128 pixels every 100 pixels, of which the last ends with the clip; a frame is a
   * pixel wide. A clip of fewer than 200 frames is stretched to one piece. All share the range of
   * the whole matrix.
   */
  public static List<BufferedImage> slices(FeatureMatrix matrix, Palette palette) {
    int frames = matrix.frames();
    int wide = Math.max(SLICE_WIDTH, frames);
    BufferedImage whole = new FeatureImage(wide, SLICE_HEIGHT, palette).of(matrix);
    List<BufferedImage> slices = new ArrayList<>();
    int last = wide - SLICE_WIDTH;
    for (int start = 0; start < last; start += SLICE_STEP) {
      slices.add(whole.getSubimage(start, 0, SLICE_WIDTH, SLICE_HEIGHT));
    }
    slices.add(whole.getSubimage(last, 0, SLICE_WIDTH, SLICE_HEIGHT));
    return slices;
  }
}
