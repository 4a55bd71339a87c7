package org.emotone.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.emotone.report.drawing.Align;
import org.emotone.report.drawing.Drawing;
import org.emotone.report.drawing.Ink;
import org.emotone.report.drawing.Mark;
import org.junit.jupiter.api.Test;

final class ChartTest {

  private static List<Chart> charts(int groups, double[] values) {
    List<Bars.Row> bars = new ArrayList<>();
    List<Violins.Group> violins = new ArrayList<>();
    List<Scatter.Group> points = new ArrayList<>();
    List<BarGroups.Group> shares = new ArrayList<>();
    List<Lines.Series> curves = new ArrayList<>();
    List<Intervals.Row> intervals = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      String name = "a group whose name is long " + i;
      double size = Math.abs(values[i % values.length]);
      names.add(name);
      bars.add(
          new Bars.Row(
              name,
              List.of(new Bars.Part("a", size, Ink.MALE), new Bars.Part("b", 1, Ink.FEMALE))));
      violins.add(
          new Violins.Group(
              name,
              List.of(
                  new Violins.Part("a", values, Ink.MALE),
                  new Violins.Part("b", new double[] {size}, Ink.FEMALE))));
      points.add(new Scatter.Group(name, values, values, Ink.series(i)));
      shares.add(new BarGroups.Group(name, Math.abs(Math.sin(size)), Double.NaN));
      Intervals.Point point = new Intervals.Point(values[0], values[0] - size, values[0] + size);
      intervals.add(new Intervals.Row(name, List.of(point, Intervals.Point.NONE)));
      curves.add(new Lines.Series(name, values, values, Ink.series(i), i % 2 == 0));
    }
    double[][] cells = new double[groups][groups];
    String[][] texts = new String[groups][groups];
    for (int i = 0; i < groups; i++) {
      Arrays.fill(cells[i], i);
      Arrays.fill(texts[i], Integer.toString(i));
    }
    return List.of(
        new Bars(bars, "clips"),
        new Histogram(values, "s", Ink.ACCENT),
        new HeatMap(names, names, cells, texts, "rows", "columns"),
        new Scatter(points, true),
        new SmallMultiples(points),
        new BarGroups(List.of("precision", "recall"), shares),
        new Lines(
            curves,
            Scale.values("x"),
            Scale.values("y"),
            List.of(new Lines.Diagonal(), new Lines.At(values[0], "here"))),
        new Lines(curves, Scale.share("x"), Scale.fromZero("y")),
        new Lines(curves, Scale.logarithm("x"), Scale.values("y")),
        new Intervals(List.of("a", "b"), intervals, "change"),
        new Lines(
            List.of(Lines.Series.counted("one", values, Ink.ACCENT)),
            Scale.count("epoch"),
            Scale.share("y")),
        new Violins(violins, "Hz"));
  }

  @Property(tries = 60)
  void allThatIsDrawnLiesOnTheSheet(
      @ForAll @IntRange(min = 1, max = 40) int groups,
      @ForAll @Size(min = 1, max = 40) double[] values,
      @ForAll @IntRange(min = 300, max = 1200) int width) {
    double[] plain = DoubleStream.of(values).map(v -> Double.isFinite(v) ? v % 1e6 : 1).toArray();
    for (Chart chart : charts(groups, plain)) {
      Drawing drawing = chart.draw(width);
      assertThat(drawing.height()).isBetween(1.0, 20_000.0);
      for (Mark mark : drawing.marks()) {
        assertThat(xs(mark)).as("%s", mark).allMatch(x -> x >= -1 && x <= width + 1);
        assertThat(ys(mark)).as("%s", mark).allMatch(y -> y >= -1 && y <= drawing.height() + 1);
      }
    }
  }

  private static List<Double> xs(Mark mark) {
    if (mark instanceof Mark.Box box) {
      return List.of(box.x(), box.x() + box.width());
    } else if (mark instanceof Mark.Line line) {
      return List.of(line.x1(), line.x2());
    } else if (mark instanceof Mark.Area area) {
      return DoubleStream.of(area.xs()).boxed().toList();
    } else if (mark instanceof Mark.Dots dots) {
      return DoubleStream.of(dots.xs()).boxed().toList();
    } else if (mark instanceof Mark.Words words && !words.turned()) {
      double length = Drawing.textWidth(words.text(), words.size());
      return words.align() == Align.RIGHT
          ? List.of(words.x() - length, words.x())
          : List.of(words.x());
    }
    return List.of();
  }

  private static List<Double> ys(Mark mark) {
    if (mark instanceof Mark.Box box) {
      return List.of(box.y(), box.y() + box.height());
    } else if (mark instanceof Mark.Line line) {
      return List.of(line.y1(), line.y2());
    } else if (mark instanceof Mark.Area area) {
      return DoubleStream.of(area.ys()).boxed().toList();
    } else if (mark instanceof Mark.Dots dots) {
      return DoubleStream.of(dots.ys()).boxed().toList();
    } else if (mark instanceof Mark.Words words) {
      return List.of(words.y());
    }
    return List.of();
  }

  @Property
  void everyFiniteValueFallsIntoOneBin(@ForAll @Size(min = 1, max = 200) double[] values) {
    double[] plain = DoubleStream.of(values).map(v -> v % 1e9).toArray();
    int finite = (int) DoubleStream.of(plain).filter(Double::isFinite).count();

    Histogram.Bins bins = new Histogram(plain, "s", Ink.ACCENT).bins();

    assertThat(Arrays.stream(bins.counts()).sum()).isEqualTo(finite);
  }

  @Test
  void aLogarithmicAxisGivesEqualRatiosEqualRoomAndRoundTicks() {
    Axis axis = Axis.logarithmic(new double[] {5, 193, 50}, 0, 100);

    assertThat(axis.ticks(6)).containsExactly(5, 10, 20, 50, 100);
    assertThat(axis.at(5)).isEqualTo(0);
    assertThat(axis.at(193)).isEqualTo(100);
    assertThat(axis.at(20) - axis.at(10)).isCloseTo(axis.at(100) - axis.at(50), within(1e-9));
  }

  @Test
  void aChangeWithoutAnIntervalIsAPointAndZeroIsAlwaysSeen() {
    Intervals chart =
        new Intervals(
            List.of("change"),
            List.of(
                new Intervals.Row("a", List.of(new Intervals.Point(0.2, 0.1, 0.3))),
                new Intervals.Row("b", List.of(new Intervals.Point(0.4, Double.NaN, Double.NaN)))),
            "gain");

    List<Mark> marks = chart.draw(600).marks();

    assertThat(marks).filteredOn(mark -> mark instanceof Mark.Dots).hasSize(2);
    assertThat(marks)
        .filteredOn(mark -> mark instanceof Mark.Line line && line.ink() == Ink.series(0))
        .hasSize(1);
    assertThat(marks)
        .filteredOn(mark -> mark instanceof Mark.Line line && line.ink() == Ink.FAINT)
        .hasSize(1);
  }

  @Test
  void aDrawingBelowAnotherIsLoweredByItsHeight() {
    for (Chart chart : charts(3, new double[] {1, 2, 4})) {
      Drawing one = chart.draw(500);

      Drawing both = one.above(one);

      assertThat(both.height()).isEqualTo(2 * one.height());
      int marks = one.marks().size();
      assertThat(both.marks().subList(0, marks)).isEqualTo(one.marks());
      for (int i = 0; i < marks; i++) {
        Mark lowered = both.marks().get(marks + i);
        assertThat(xs(lowered)).isEqualTo(xs(one.marks().get(i)));
        List<Double> before = ys(one.marks().get(i));
        assertThat(ys(lowered)).hasSize(before.size());
        for (int p = 0; p < before.size(); p++) {
          assertThat(ys(lowered).get(p)).isCloseTo(before.get(p) + one.height(), within(1e-9));
        }
      }
    }
  }

  @Test
  void binsHaveRoundWidths() {
    double[] values = new Random(1).doubles(500, 1.13, 5.27).toArray();

    Histogram.Bins bins = new Histogram(values, "s", Ink.ACCENT).bins();

    assertThat(bins.width()).isCloseTo(0.1, within(1e-12));
    assertThat(bins.from(0)).isBetween(0.99, 1.13);
    for (int bin = 0; bin < bins.counts().length; bin++) {
      double low = bins.from(bin);
      double high = bins.from(bin + 1);
      long inside = DoubleStream.of(values).filter(v -> v >= low && v < high).count();
      assertThat((long) bins.counts()[bin]).isEqualTo(inside);
    }
  }

  @Test
  void theLengthOfABarIsItsValue() {
    Bars bars =
        new Bars(
            List.of(
                new Bars.Row("a", List.of(new Bars.Part("x", 10, Ink.MALE))),
                new Bars.Row("b", List.of(new Bars.Part("x", 40, Ink.MALE)))),
            "clips");

    List<Mark.Box> boxes =
        bars.draw(400).marks().stream()
            .filter(Mark.Box.class::isInstance)
            .map(Mark.Box.class::cast)
            .toList();

    assertThat(boxes).hasSize(2);
    assertThat(boxes.get(1).width()).isCloseTo(4 * boxes.get(0).width(), within(1e-9));
    assertThat(boxes.get(0).tip()).isEqualTo("a, x: 10 clips");
  }

  @Test
  void anOutlineIsWidestWhereValuesAreMostFrequent() {
    double[] values =
        DoubleStream.concat(
                new Random(1).doubles(900, 99, 101), new Random(2).doubles(100, 50, 150))
            .sorted()
            .toArray();

    Density density = Density.of(values);

    int widest = 0;
    for (int i = 0; i < density.heights().length; i++) {
      widest = density.heights()[i] > density.heights()[widest] ? i : widest;
    }
    assertThat(density.heights()[widest]).isEqualTo(1);
    assertThat(density.places()[widest]).isCloseTo(100, within(2.5));
  }

  @Test
  void quantilesAreThoseOfNumpy() {
    // numpy.quantile([1, 2, 4, 8], [0.25, 0.5, 0.9]), NumPy 2: 1.75, 3.0, 6.8
    double[] values = {1, 2, 4, 8};

    assertThat(Quantiles.of(values, 0.25)).isCloseTo(1.75, within(1e-12));
    assertThat(Quantiles.of(values, 0.5)).isCloseTo(3, within(1e-12));
    assertThat(Quantiles.of(values, 0.9)).isCloseTo(6.8, within(1e-12));
    assertThat(Quantiles.of(new double[0], 0.5)).isNaN();
  }

  @Test
  void ticksAreRound() {
    assertThat(Axis.around(new double[] {-37, 4}, 4, 0, 100).ticks(4))
        .containsExactly(-40, -30, -20, -10, 0, 10);
    assertThat(Axis.label(-0.0, 0.5)).isEqualTo("0.0");
    assertThat(Axis.label(-20, 10)).isEqualTo("−20");
  }

  @Test
  void aNameThatIsTooLongIsCut() {
    assertThat(Labels.fit("short", 100, 12)).isEqualTo("short");
    assertThat(Labels.fit("far too long for this", 60, 12)).endsWith("…").hasSizeLessThan(12);
  }

  @Test
  void aCurveHasAGapWhereAValueIsNotANumber() {
    double[] ys = {1, 2, Double.NaN, 3, 4, Double.NaN, 5};
    Drawing drawing =
        new Lines(
                List.of(Lines.Series.counted("loss", ys, Ink.ACCENT)),
                Scale.count("epoch"),
                Scale.fromZero("loss"))
            .draw(600);
    assertThat(drawing.marks().stream().filter(mark -> mark instanceof Mark.Curve)).hasSize(2);
    assertThat(drawing.marks().stream().filter(mark -> mark instanceof Mark.Dots)).hasSize(1);
  }

  @Test
  void epochsAreCountedInWholeNumbers() {
    for (int epochs : new int[] {1, 2, 3, 4, 7, 70}) {
      Drawing drawing =
          new Lines(
                  List.of(Lines.Series.counted("loss", new double[epochs], Ink.ACCENT)),
                  Scale.count("epoch"),
                  Scale.share("UAR"))
              .draw(500);
      List<String> below =
          drawing.marks().stream()
              .filter(mark -> mark instanceof Mark.Words words && words.align() == Align.CENTRE)
              .map(mark -> ((Mark.Words) mark).text())
              .filter(text -> text.matches("[0-9.]+"))
              .toList();
      assertThat(below).as("%d epochs", epochs).isNotEmpty().allMatch(t -> t.matches("[0-9]+"));
    }
  }

  @Test
  void barsOfAGroupAreAsLongAsTheirShares() {
    Drawing drawing =
        new BarGroups(List.of("precision", "recall"), List.of(new BarGroups.Group("happy", 0.5, 1)))
            .draw(600);
    List<Mark.Box> bars =
        drawing.marks().stream()
            .filter(mark -> mark instanceof Mark.Box box && box.tip() != null)
            .map(mark -> (Mark.Box) mark)
            .toList();
    assertThat(bars)
        .extracting(Mark.Box::tip)
        .containsExactly("happy, precision: 50.0 %", "happy, recall: 100.0 %");
    assertThat(bars.get(1).width()).isCloseTo(2 * bars.get(0).width(), within(0.01));
  }
}
