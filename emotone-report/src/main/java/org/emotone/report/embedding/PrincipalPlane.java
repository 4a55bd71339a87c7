package org.emotone.report.embedding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.features.scaling.PrincipalComponents;

/**
 * The plane in which points are spread most: their first two principal components.
 *
 * @param plane the points in it
 * @param explained share of the whole variance that each of both directions holds, 0 … 1
 */
public record PrincipalPlane(Plane plane, double[] explained) {

  /** Finds it; where points are spread in fewer than two directions, the others are all 0. */
  public static PrincipalPlane of(Points points) {
    List<float[]> rows = new ArrayList<>();
    for (int point = 0; point < points.size(); point++) {
      int from = point * points.dimensions();
      rows.add(Arrays.copyOfRange(points.values(), from, from + points.dimensions()));
    }
    PrincipalComponents components = PrincipalComponents.fit(rows, 1);
    float[] projected = components.apply(points.values(), points.size());
    double[][] places = new double[2][points.size()];
    double[] explained = new double[2];
    int count = components.outputs();
    for (int axis = 0; axis < Math.min(2, count); axis++) {
      explained[axis] = components.shares().get(axis);
      for (int point = 0; point < points.size(); point++) {
        places[axis][point] = projected[point * count + axis];
      }
    }
    return new PrincipalPlane(new Plane(places[0], places[1]), explained);
  }
}
