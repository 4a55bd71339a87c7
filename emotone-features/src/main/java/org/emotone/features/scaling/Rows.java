package org.emotone.features.scaling;

import java.util.List;

/** Checks of the rows that something is fitted on. */
final class Rows {

  private Rows() {}

  /** The length of the rows, if there are any, all of one length and finite. */
  static int columns(List<float[]> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no rows to fit a scaler on");
    }
    int columns = rows.get(0).length;
    for (int row = 0; row < rows.size(); row++) {
      float[] values = rows.get(row);
      if (values.length != columns || columns == 0) {
        throw new IllegalArgumentException(
            "rows must be of one length of at least 1: row 0 has "
                + columns
                + " values, row "
                + row
                + " has "
                + values.length);
      }
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException(
              "row " + row + " holds " + value + "; every value must be a finite number");
        }
      }
    }
    return columns;
  }
}
