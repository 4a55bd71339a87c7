package org.emotone.report.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class TimelinePlotTest {

  @TempDir Path folder = Path.of("");

  @Test
  void theEnvelopeIsTheLargestAmplitudeOfEachHundredth() throws Exception {
    Envelope envelope = Talks.envelope(Talks.file(folder, "a.wav"));
    assertThat(envelope.duration()).isEqualTo(10);
    assertThat(envelope.peaks()).hasSize(1000);
    assertThat(envelope.peak(0, 0.9)).isZero();
    assertThat(envelope.peak(1, 4)).isCloseTo(0.3, within(1e-3));
    assertThat(envelope.peak(20, 30)).isZero();
  }

  @Test
  void theLevelHasTheColourOfTheEmotionWhereItIsHeard() throws Exception {
    Envelope envelope = Talks.envelope(Talks.file(folder, "a.wav"));
    Drawing wave = new TimelineDrawing(Talks.timeline(), envelope).waveOnly(1000, 100);
    List<Mark.Box> columns = wave.marks().stream().map(mark -> (Mark.Box) mark).toList();
    assertThat(columns).hasSize(500);
    assertThat(columns.get(25).ink()).isEqualTo(Ink.QUIET);
    assertThat(columns.get(25).height()).isEqualTo(1);
    assertThat(columns.get(100).ink()).isEqualTo(Ink.ANGRY);
    assertThat(columns.get(100).height()).isGreaterThan(90);
    assertThat(columns.get(225).ink()).isEqualTo(Ink.QUIET);
    assertThat(columns.get(350).ink()).isEqualTo(Ink.SAD);
  }

  @Test
  void eachClassHasItsNameAndARowOfItsOwn() throws Exception {
    Envelope envelope = Talks.envelope(Talks.file(folder, "a.wav"));
    Drawing drawing = new TimelineDrawing(Talks.timeline(), envelope).draw(800);
    List<Mark.Words> words =
        drawing.marks().stream()
            .filter(mark -> mark instanceof Mark.Words)
            .map(mark -> (Mark.Words) mark)
            .toList();
    assertThat(words).extracting(Mark.Words::text).contains("angry", "sad", "<shy>", "sad?", "10");
    assertThat(words.stream().filter(w -> List.of("sad", "<shy>").contains(w.text())))
        .extracting(Mark.Words::y)
        .doesNotHaveDuplicates();
    assertThat(drawing.marks().stream().filter(mark -> mark instanceof Mark.Area)).hasSize(6);
  }

  @Test
  void picturesAreWrittenAsPngAndSvg() throws Exception {
    Envelope envelope = Talks.envelope(Talks.file(folder, "a.wav"));
    TimelinePlot plot = new TimelinePlot("a & <b>.wav", Talks.timeline(), envelope);
    plot.png(folder.resolve("a.png"));
    plot.svg(folder.resolve("a.svg"));
    BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
    assertThat(image.getWidth()).isEqualTo(2256);
    int angry = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      angry += image.getRGB(x, 2 * (44 + 48)) == new Color(0xd64d11).getRGB() ? 1 : 0;
    }
    // Three tenths of the plot are some 600 pixels; those at the edges of columns are mixtures.
    assertThat(angry).isBetween(250, 700);
    Document svg =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("a.svg").toFile());
    assertThat(svg.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getDocumentElement().getAttribute("aria-label")).isEqualTo("a & <b>.wav");
    assertThat(svg.getElementsByTagName("style").getLength()).isEqualTo(1);
  }

  @Test
  void silenceIsDrawn() throws Exception {
    Envelope empty = new Envelope(new float[0], 0);
    new TimelinePlot("silence", Talks.silence(), empty).png(folder.resolve("s.png"));
    assertThat(Files.size(folder.resolve("s.png"))).isPositive();
  }
}
