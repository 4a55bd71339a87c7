package org.emotone.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.set.FeatureSet;

/**
 * Rows of features under their names, with something that says of what each row is: the recording,
 * or the time in seconds.
 *
 * @param key the name of the first column
 * @param names of the others
 * @param keys the first column
 * @param rows the others
 */
record FeatureTable(String key, List<String> names, List<String> keys, List<float[]> rows) {

  /** A table without rows. */
  static FeatureTable empty(String key, List<String> names) {
    return new FeatureTable(key, names, new ArrayList<>(), new ArrayList<>());
  }

  /** The frames of a recording; the first column is the time of each in seconds. */
  static FeatureTable of(List<String> names, FeatureSet.Features features) {
    FeatureTable table = empty("seconds", names);
    FeatureMatrix matrix = features.matrix();
    for (int frame = 0; frame < matrix.frames(); frame++) {
      double seconds = Math.round(frame * features.hopSeconds() * 1e6) / 1e6;
      table.add(Double.toString(seconds), matrix.slice(frame, 1).values());
    }
    return table;
  }

  void add(String row, float[] values) {
    keys.add(row);
    rows.add(values);
  }

  /** As comma-separated values with a header. */
  String csv() {
    StringBuilder text = new StringBuilder(key);
    names.forEach(name -> text.append(',').append(name));
    text.append('\n');
    for (int i = 0; i < rows.size(); i++) {
      text.append(quoted(keys.get(i), '"', "\"\""));
      append(text, rows.get(i));
    }
    return text.toString();
  }

  /** As a file for Weka; the key is a string attribute. */
  String arff(String relation) {
    StringBuilder text = new StringBuilder("@relation ").append(relation).append("\n\n");
    boolean time = key.equals("seconds");
    text.append("@attribute ").append(key).append(time ? " numeric\n" : " string\n");
    names.forEach(name -> text.append("@attribute '").append(name).append("' numeric\n"));
    text.append("\n@data\n");
    for (int i = 0; i < rows.size(); i++) {
      String row = keys.get(i).replace("\\", "\\\\").replace("'", "\\'");
      text.append(time ? row : "'" + row + "'");
      append(text, rows.get(i));
    }
    return text.toString();
  }

  private static void append(StringBuilder text, float[] row) {
    for (float value : row) {
      text.append(',').append(value);
    }
    text.append('\n');
  }

  private static String quoted(String text, char quote, String escaped) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf(quote) < 0 && text.indexOf('\n') < 0;
    return plain ? text : quote + text.replace(String.valueOf(quote), escaped) + quote;
  }

  /** Writes the rows, without their keys, as NumPy's format 1.0: float32, {@code [rows][names]}. */
  void npy(Path file) throws IOException {
    String shape = "(" + rows.size() + ", " + names.size() + ")";
    StringBuilder header =
        new StringBuilder("{'descr': '<f4', 'fortran_order': False, 'shape': ")
            .append(shape)
            .append(", }");
    // The data begin at a multiple of 64 bytes; before the text there are ten.
    while ((10 + header.length() + 1) % 64 != 0) {
      header.append(' ');
    }
    header.append('\n');
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 4 * rows.size() * names.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length());
    bytes.put(header.toString().getBytes(StandardCharsets.US_ASCII));
    for (float[] row : rows) {
      for (float value : row) {
        bytes.putFloat(value);
      }
    }
    Files.write(file, bytes.array());
  }
}
