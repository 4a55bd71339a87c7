package org.emotone.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that describes a network to a reader. */
final class Summary {

  private Summary() {}

  static String of(ShapeInference inference) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"path", "layer", "output", "parameters"});
    for (ShapeInference.Step step : inference.steps()) {
      rows.add(
          new String[] {
            step.scope().path(),
            LayerException.type(step.layer()),
            shape(step.output()),
            String.format(Locale.ROOT, "%,d", step.parameters())
          });
    }
    StringBuilder text = new StringBuilder();
    int[] widths = widths(rows);
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        String gap = " ".repeat(widths[i] - row[i].length());
        boolean last = i == row.length - 1;
        text.append(last ? gap + row[i] + "\n" : row[i] + gap + "  ");
      }
    }
    return text.append(total(inference.parameters())).toString();
  }

  private static String total(List<Parameter> parameters) {
    long all = parameters.stream().mapToLong(Parameter::size).sum();
    long trained =
        parameters.stream().filter(Parameter::trainable).mapToLong(Parameter::size).sum();
    return String.format(Locale.ROOT, "%,d parameters, %,d of them trained%n", all, trained);
  }

  private static String shape(long[] shape) {
    List<String> extents = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      String unknown = i == 0 ? "batch" : "time";
      extents.add(shape[i] < 0 ? unknown : Long.toString(shape[i]));
    }
    return "[" + String.join(", ", extents) + "]";
  }

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return widths;
  }
}
