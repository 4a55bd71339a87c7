package org.emotone.report.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TsneTest {

  private static final double[][] CENTRES = {
    {0, 0, 0, 0, 0, 0}, {9, 0, 0, 0, 0, 0}, {0, 9, 0, 0, 0, 0}, {0, 0, 9, 0, 0, 0}
  };

  @Test
  void keepsKnownGroupsApart() {
    Points points = Clouds.around(CENTRES, 60, 1, 3);

    Plane plane = embed(points, new Tsne(20, 400, 0.5));

    Points flat = flat(plane);
    assertThat(Neighbours.of(flat, 10, null).agreement(Clouds.groups(4, 60), 10))
        .isGreaterThan(0.99);
    assertThat(Silhouette.mean(flat, Clouds.groups(4, 60))).isGreaterThan(0.6);
  }

  @Test
  void keepsNeighboursNear() {
    Points points = Clouds.around(new double[][] {new double[8]}, 200, 1, 5);
    Neighbours before = Neighbours.of(points, 10, null);
    Plane plane = embed(points, new Tsne(20, 400, 0.5));

    Neighbours after = Neighbours.of(flat(plane), 10, null);

    double kept = 0;
    for (int point = 0; point < 200; point++) {
      List<Integer> near = new ArrayList<>();
      for (int other : after.indices()[point]) {
        near.add(other);
      }
      for (int other : before.indices()[point]) {
        kept += near.contains(other) ? 1 / 2000.0 : 0;
      }
    }
    // By chance it would be 0.05.
    assertThat(kept).isGreaterThan(0.35);
  }

  @Test
  void givesTheSameAgain() {
    Points points = Clouds.around(CENTRES, 20, 1, 3);

    assertThat(embed(points, new Tsne(10, 60, 0.5)).xs())
        .isEqualTo(embed(points, new Tsne(10, 60, 0.5)).xs());
  }

  @Test
  void partsPointsThatAreTheSame() {
    Points points = new Points(new float[2 * 40], 40, 2);

    Plane plane = embed(points, new Tsne(5, 100, 0.5));

    assertThat(plane.xs()).doesNotContain(Double.NaN).doesNotHaveDuplicates();
  }

  @Test
  void tellsHowFarItIs() {
    List<Integer> steps = new ArrayList<>();
    Points points = Clouds.around(CENTRES, 5, 1, 3);
    Neighbours neighbours = Neighbours.of(points, 9, null);

    new Tsne(3, 5, 0.5).embed(neighbours, PrincipalPlane.of(points).plane(), steps::add);

    assertThat(steps).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void refusesPerplexitiesThatMakeNoSense() {
    assertThatThrownBy(() -> new Tsne(0.5, 10, 0.5))
        .hasMessage("perplexity must be 1 to 200, was 0.5");
  }

  @Test
  void aCoarseTreeRepelsNearlyAsTheExactSumDoes() {
    Points points = Clouds.around(CENTRES, 100, 2, 7);
    double[] xs = new double[400];
    double[] ys = new double[400];
    for (int i = 0; i < 400; i++) {
      xs[i] = points.get(i, 0);
      ys[i] = points.get(i, 1);
    }
    QuadTree tree = new QuadTree();
    tree.build(xs, ys);

    for (int i = 0; i < 400; i += 37) {
      double weight = 0;
      double x = 0;
      for (int j = 0; j < 400; j++) {
        double dx = xs[i] - xs[j];
        double near = 1 / (1 + dx * dx + (ys[i] - ys[j]) * (ys[i] - ys[j]));
        weight += near;
        x += near * near * dx;
      }
      QuadTree.Force exact = new QuadTree.Force();
      tree.repulsion(xs[i], ys[i], 0, exact);
      assertThat(exact.weight).isCloseTo(weight, within(1e-9));
      assertThat(exact.x).isCloseTo(x, within(1e-9));
      QuadTree.Force coarse = new QuadTree.Force();
      tree.repulsion(xs[i], ys[i], 0.5, coarse);
      assertThat(coarse.weight).isCloseTo(weight, within(0.03 * weight));
    }
  }

  private static Plane embed(Points points, Tsne tsne) {
    return tsne.embed(
        Neighbours.of(points, tsne.neighbours(), null),
        PrincipalPlane.of(points).plane(),
        step -> {});
  }

  private static Points flat(Plane plane) {
    float[] values = new float[2 * plane.xs().length];
    for (int i = 0; i < plane.xs().length; i++) {
      values[2 * i] = (float) plane.xs()[i];
      values[2 * i + 1] = (float) plane.ys()[i];
    }
    return new Points(values, plane.xs().length, 2);
  }
}
