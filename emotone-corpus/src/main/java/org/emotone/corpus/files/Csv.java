package org.emotone.corpus.files;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.emotone.corpus.CorpusException;

/**
 * A small CSV file with a header (RFC 4180, except that a field holds no line break): comma or
 * another separator, quotes around a field where needed, any line ending, a byte order mark
 * allowed, blank lines skipped.
 */
public final class Csv {

  /** Longest file that is read, in bytes: a list of clips is far below. */
  private static final long MAX_BYTES = 64L << 20;

  private final Path file;
  private final List<String> header;
  private final List<Row> rows;

  /**
   * One line.
   *
   * @param line number in the file, from 1
   * @param fields as many as the header has
   */
  public record Row(int line, List<String> fields) {}

  private Csv(Path file, List<String> header, List<Row> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  /**
   * Reads a file.
   *
   * @throws CorpusException if it cannot be read, is empty, or a line does not have the header's
   *     number of fields
   */
  public static Csv read(Path file) throws CorpusException {
    return read(file, ',');
  }

  /** Reads a file with another separator; see {@link #read(Path)}. */
  public static Csv read(Path file, char separator) throws CorpusException {
    return of(file, lines(file, false), separator);
  }

  /** Reads a file whose texts need not be good UTF-8; see {@link #read(Path)}. */
  public static Csv readLenient(Path file) throws CorpusException {
    return of(file, lines(file, true), ',');
  }

  /**
   * The lines of a text whose bytes need not be good UTF-8.
   *
   * @throws CorpusException if it cannot be read
   */
  public static List<String> lenientLines(Path file) throws CorpusException {
    return lines(file, true);
  }

  private static Csv of(Path file, List<String> lines, char separator) throws CorpusException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(new Row(i + 1, fields(file, i + 1, lines.get(i), separator)));
      }
    }
    if (rows.isEmpty()) {
      throw new CorpusException(file + ": is empty; expected a CSV file with a header");
    }
    Row header = rows.remove(0);
    for (Row row : rows) {
      if (row.fields.size() != header.fields.size()) {
        throw new CorpusException(
            "%s:%d: has %d fields, but the header has %d (%s)"
                .formatted(
                    file,
                    row.line,
                    row.fields.size(),
                    header.fields.size(),
                    String.join(", ", header.fields)));
      }
    }
    return new Csv(file, header.fields, List.copyOf(rows));
  }

  public Path file() {
    return file;
  }

  public List<String> header() {
    return header;
  }

  public List<Row> rows() {
    return rows;
  }

  /**
   * A field's text.
   *
   * @throws CorpusException if the header does not name the column
   */
  public String text(Row row, String column) throws CorpusException {
    return row.fields.get(column(column));
  }

  /**
   * Where a column stands.
   *
   * @throws CorpusException if the header does not name it
   */
  public int column(String name) throws CorpusException {
    int column = header.indexOf(name);
    if (column < 0) {
      throw new CorpusException(
          "%s:1: no column '%s'; the header has %s".formatted(file, name, header));
    }
    return column;
  }

  /**
   * A field as a whole number in a range.
   *
   * @throws CorpusException if it is none
   */
  public int integer(Row row, String column, int min, int max) throws CorpusException {
    String text = row.fields.get(column(column));
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, together with numbers out of range.
    }
    throw new CorpusException(
        "%s:%d: %s is '%s'; expected a whole number from %d to %d"
            .formatted(file, row.line, column, text, min, max));
  }

  /**
   * A field as a number, which may be {@code NaN} or {@code Infinity} as Java writes them.
   *
   * @throws CorpusException if it is none
   */
  public double number(Row row, String column) throws CorpusException {
    String text = row.fields.get(column(column));
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new CorpusException(
          "%s:%d: %s is '%s'; expected a number".formatted(file, row.line, column, text), e);
    }
  }

  /**
   * What a field's word stands for.
   *
   * @throws CorpusException if it is none of the words
   */
  public <T> T oneOf(Row row, String column, Map<String, T> words) throws CorpusException {
    String text = row.fields.get(column(column));
    T value = words.get(text);
    if (value == null) {
      throw new CorpusException(
          "%s:%d: %s is '%s'; expected one of %s"
              .formatted(
                  file, row.line, column, text, String.join(", ", new TreeSet<>(words.keySet()))));
    }
    return value;
  }

  private static List<String> lines(Path file, boolean lenient) throws CorpusException {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new CorpusException(
            "%s: has %d bytes; such a list has at most %d"
                .formatted(file, Files.size(file), MAX_BYTES));
      }
      String text =
          lenient
              ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              : Files.readString(file);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (CorpusException e) {
      throw e;
    } catch (MalformedInputException e) {
      throw new CorpusException(file + ": is not text in UTF-8; expected a CSV file", e);
    } catch (IOException e) {
      throw new CorpusException(file + ": cannot be read; does it exist?", e);
    }
  }

  private static List<String> fields(Path file, int line, String text, char separator)
      throws CorpusException {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          field.append(c);
          i++;
        } else if (quoted || field.toString().isBlank()) {
          quoted = !quoted;
        } else {
          field.append(c);
        }
      } else if (c == separator && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (quoted) {
      throw new CorpusException("%s:%d: a quote is opened and not closed".formatted(file, line));
    }
    fields.add(field.toString().strip());
    return List.copyOf(fields);
  }
}
