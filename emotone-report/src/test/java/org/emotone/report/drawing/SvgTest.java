package org.emotone.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SvgTest {

  @Test
  void everyMarkBecomesAnElement() {
    Drawing drawing =
        new Drawing(
            100,
            50,
            List.of(
                new Mark.Box(1, 2, 3, 4, Ink.SAD, 0.5, "a tip"),
                new Mark.Line(0, 0, 10.25, 5, 1, Ink.GRID),
                new Mark.Dots(new double[] {7}, new double[] {8}, 3, Ink.HAPPY, 1),
                new Mark.Area(new double[] {0, 1, 2}, new double[] {0, 1, 0}, Ink.MALE, 1, null),
                new Mark.Words("text", 5, 10, Align.RIGHT, 10, Ink.TEXT)));

    assertThat(Svg.of(drawing, "what it shows"))
        .startsWith("<svg viewBox=\"0 0 100 50\" role=\"img\" aria-label=\"what it shows\">")
        .contains("<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" class=\"f-sad\"")
        .contains(" fill-opacity=\"0.50\"><title>a tip</title></rect>")
        .contains("<path d=\"M0 0L10.3 5\" class=\"line s-grid\" stroke-width=\"1\"/>")
        .contains("<path d=\"M7 8h0\" class=\"dots s-happy\" stroke-width=\"3\"/>")
        .contains("<path d=\"M0 0L1 1L2 0z\" class=\"f-male s-male\"")
        .contains("text-anchor=\"end\">text</text>")
        .endsWith("</svg>");
  }

  @Test
  void textsCannotBecomeMarkup() {
    Drawing drawing =
        new Drawing(10, 10, List.of(new Mark.Words("<b>&\"'</b>", 0, 0, Align.LEFT, 10, Ink.TEXT)));

    assertThat(Svg.of(drawing, "\"><script>"))
        .contains("aria-label=\"&quot;&gt;&lt;script&gt;\"")
        .contains(">&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;<")
        .doesNotContain("<script>");
  }

  @Test
  void everyColourHasALightAndADarkValue() {
    String sheet = Svg.styleSheet();
    for (Ink ink : Ink.values()) {
      assertThat(sheet)
          .contains("--ink-" + ink.id() + ":" + ink.lightCss())
          .contains("--ink-" + ink.id() + ":" + ink.darkCss())
          .contains(".f-" + ink.id() + "{fill:var(--ink-" + ink.id() + ")}");
    }
  }

  @Test
  void aPictureOfADrawingShowsItsMarksInTheirPlaces() {
    Drawing drawing = new Drawing(100, 50, List.of(new Mark.Box(10, 10, 20, 20, Ink.ANGRY)));

    BufferedImage picture = Picture.of(drawing, "title");

    // Twice the size of the drawing with margins of 24 on the left and 44 above.
    assertThat(picture.getWidth()).isEqualTo(2 * (100 + 48));
    assertThat(picture.getRGB(2 * (24 + 20), 2 * (44 + 20))).isEqualTo(Ink.ANGRY.colour().getRGB());
    assertThat(picture.getRGB(2 * (24 + 60), 2 * (44 + 20))).isEqualTo(0xffffffff);
  }

  @Test
  void coloursOfValuesGoFromDarkToBright() {
    BufferedImage picture = ColourMap.paint(3, 1, (x, y) -> x - 0.5);

    assertThat(picture.getRGB(0, 0)).isEqualTo(0xff440154);
    assertThat(picture.getRGB(1, 0)).isBetween(0xff1f908b, 0xff22928e);
    assertThat(picture.getRGB(2, 0)).isEqualTo(0xfffde725);
  }
}
