package org.emotone.report.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A white picture with what all plots share: sharp text, a palette, lines. Sizes are in pixels. */
public final class Canvas {

  /** Text that is to be read. */
  public static final Color INK = new Color(0x22, 0x2b, 0x38);

  /** Text beside the point. */
  public static final Color FAINT = new Color(0x6b, 0x75, 0x84);

  /** Lines that help the eye. */
  public static final Color GRID = new Color(0xe3, 0xe7, 0xec);

  /** Blue of Okabe and Ito (2008), which colour-blind people tell from {@link #SECOND}. */
  public static final Color FIRST = new Color(0x00, 0x72, 0xb2);

  /** Vermillion of Okabe and Ito (2008). */
  public static final Color SECOND = new Color(0xd5, 0x5e, 0x00);

  /** Drawn at twice the size, so that it is sharp on any screen. */
  private static final int SCALE = 2;

  private final BufferedImage image;
  private final Graphics2D graphics;

  /** An empty picture. */
  public Canvas(int width, int height) {
    image = new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.scale(SCALE, SCALE);
    fill(0, 0, width, height, Color.WHITE);
  }

  /** The sans-serif font of the machine. */
  public static Font font(int size, boolean bold) {
    return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, size);
  }

  /** How wide a text is. */
  public double width(String text, Font font) {
    return graphics.getFontMetrics(font).getStringBounds(text, graphics).getWidth();
  }

  /** Text whose middle line is at {@code y}. */
  public void text(String text, double x, double y, Align align, Font font, Color colour) {
    graphics.setFont(font);
    graphics.setColor(colour);
    FontMetrics metrics = graphics.getFontMetrics(font);
    double left = x - align.share() * width(text, font);
    graphics.drawString(
        text, (float) left, (float) (y + (metrics.getAscent() - metrics.getDescent()) / 2.0));
  }

  /** Text turned by an angle in degrees, counter-clockwise, about its point. */
  public void turned(
      String text, double x, double y, double degrees, Align align, Font font, Color ink) {
    AffineTransform before = graphics.getTransform();
    graphics.rotate(Math.toRadians(-degrees), x, y);
    text(text, x, y, align, font, ink);
    graphics.setTransform(before);
  }

  /** A filled rectangle. */
  public void fill(double x, double y, double width, double height, Color colour) {
    fill(new Rectangle2D.Double(x, y, width, height), colour);
  }

  /** A filled shape. */
  public void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  /** A straight line. */
  public void line(double x1, double y1, double x2, double y2, float thickness, Color colour) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(thickness));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  /** A curve with round ends. */
  public void curve(Path2D path, float thickness, Color colour) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  /** Draws a picture into a rectangle. */
  public void picture(BufferedImage picture, int x, int y, int width, int height) {
    graphics.drawImage(picture, x, y, width, height, null);
  }

  /** What was drawn, at twice the size. Nothing can be added afterwards. */
  public BufferedImage image() {
    graphics.dispose();
    return image;
  }

  /** Writes a picture as PNG. */
  public static void write(BufferedImage image, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IOException(file + ": this Java cannot write PNG");
      }
    }
  }
}
