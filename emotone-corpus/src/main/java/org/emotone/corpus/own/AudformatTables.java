package org.emotone.corpus.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.files.Csv;

/**
 * An audformat database (audEERING): the header {@code db.yaml} names tables, each in {@code
 * db.NAME.csv} with the columns {@code file} and, for parts of files, {@code start} and {@code
 * end}. The label is the column {@code emotion}, or one whose scheme is {@code emotion}; speaker,
 * sex, age, language and sentence ({@code transcription}) are taken from any table that has them,
 * sex, age and language also from what the header or a table {@code speaker} says of the speakers.
 * Of the header only what is needed is read; tables saved as Parquet or pickle are refused.
 */
final class AudformatTables {

  /** The header's name. */
  static final String HEADER = "db.yaml";

  private static final long MAX_HEADER_BYTES = 16L << 20;
  private static final String EMOTION = "emotion";

  /** Columns of an audformat table by the name that they have here. */
  private static final Map<String, String> COLUMNS =
      Map.of(
          "speaker", OwnClips.SPEAKER,
          "gender", OwnClips.SEX,
          "sex", OwnClips.SEX,
          "age", OwnClips.AGE,
          "language", OwnClips.LANGUAGE,
          "transcription", OwnClips.SENTENCE);

  private final Path root;
  private final JsonNode header;

  private AudformatTables(Path root, JsonNode header) {
    this.root = root;
    this.header = header;
  }

  /**
   * Reads a database.
   *
   * @param table the table of emotions, empty if there is only one
   */
  static OwnClips read(Path root, String table) throws CorpusException {
    return new AudformatTables(root, header(root.resolve(HEADER))).clips(table);
  }

  private static JsonNode header(Path file) throws CorpusException {
    try {
      if (Files.size(file) > MAX_HEADER_BYTES) {
        throw new CorpusException(
            "%s: has %d bytes; a header has at most %d"
                .formatted(file, Files.size(file), MAX_HEADER_BYTES));
      }
      JsonNode header = new YAMLMapper().readTree(Files.readString(file));
      if (header == null || !header.path("tables").isObject()) {
        throw new CorpusException(
            file + ": has no tables; expected the header of an audformat database");
      }
      return header;
    } catch (CorpusException e) {
      throw e;
    } catch (JsonProcessingException e) {
      throw new CorpusException(file + ": is no YAML: " + firstLine(e), e);
    } catch (CharacterCodingException e) {
      throw new CorpusException(file + ": is not text in UTF-8; expected YAML", e);
    } catch (IOException e) {
      throw new CorpusException(file + ": cannot be read; is it allowed?", e);
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }

  private OwnClips clips(String wanted) throws CorpusException {
    String table = emotionTable(wanted);
    String column = emotionColumn(table);
    Map<String, Map<String, String>> ofFile = ofFiles(table);
    Map<String, Map<String, String>> ofSpeaker = ofSpeakers();
    Csv list = csv(table);
    List<OwnClips.Row> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>(Set.of(OwnClips.LABEL));
    for (Csv.Row row : list.rows()) {
      String file = list.text(row, "file");
      Map<String, String> texts = new HashMap<>(ofFile.getOrDefault(file, Map.of()));
      texts.putAll(known(list, row));
      ofSpeaker
          .getOrDefault(texts.getOrDefault(OwnClips.SPEAKER, ""), Map.of())
          .forEach(texts::putIfAbsent);
      texts.put(OwnClips.LABEL, list.text(row, column));
      for (String time : List.of(OwnClips.START, OwnClips.END)) {
        if (list.header().contains(time) && !list.text(row, time).equals("NaT")) {
          texts.put(time, list.text(row, time));
        }
      }
      columns.addAll(texts.keySet());
      rows.add(new OwnClips.Row("db." + table + ".csv:" + row.line(), root.resolve(file), texts));
    }
    return new OwnClips(columns, rows);
  }

  private String emotionTable(String wanted) throws CorpusException {
    List<String> tables = new ArrayList<>();
    for (String table : names(header.path("tables"))) {
      if (!emotionColumns(table).isEmpty()) {
        tables.add(table);
      }
    }
    if (tables.contains(wanted)) {
      return wanted;
    }
    if (tables.size() == 1 && wanted.isEmpty()) {
      return tables.get(0);
    }
    throw new CorpusException(
        root.resolve(HEADER)
            + (tables.isEmpty()
                ? ": no table has a column emotion, or one of the scheme emotion"
                : wanted.isEmpty()
                    ? ": several tables have emotions; name one of "
                    : ": table '" + wanted + "' has no emotions; there are ")
            + String.join(", ", tables));
  }

  private List<String> emotionColumns(String table) {
    JsonNode columns = header.path("tables").path(table).path("columns");
    List<String> found = new ArrayList<>();
    for (String column : names(columns)) {
      if (column.equals(EMOTION)
          || columns.path(column).path("scheme_id").asText().equals(EMOTION)) {
        found.add(column);
      }
    }
    return found;
  }

  private String emotionColumn(String table) {
    List<String> columns = emotionColumns(table);
    return columns.contains(EMOTION) ? EMOTION : columns.get(0);
  }

  /** What the other tables of whole files say of each file. */
  private Map<String, Map<String, String>> ofFiles(String emotions) throws CorpusException {
    Map<String, Map<String, String>> ofFile = new HashMap<>();
    for (String table : names(header.path("tables"))) {
      JsonNode described = header.path("tables").path(table);
      boolean needed = names(described.path("columns")).stream().anyMatch(COLUMNS::containsKey);
      if (!table.equals(emotions) && needed && described.path("type").asText().equals("filewise")) {
        Csv list = csv(table);
        for (Csv.Row row : list.rows()) {
          ofFile
              .computeIfAbsent(list.text(row, "file"), file -> new HashMap<>())
              .putAll(known(list, row));
        }
      }
    }
    return ofFile;
  }

  /** What the scheme of the speakers, or the table that it names, says of each. */
  private Map<String, Map<String, String>> ofSpeakers() throws CorpusException {
    JsonNode labels = header.path("schemes").path("speaker").path("labels");
    Map<String, Map<String, String>> ofSpeaker = new HashMap<>();
    if (labels.isObject()) {
      for (String speaker : names(labels)) {
        Map<String, String> texts = new LinkedHashMap<>();
        COLUMNS.forEach(
            (column, here) -> {
              JsonNode text = labels.path(speaker).path(column);
              if (text.isValueNode() && !text.isNull()) {
                texts.put(here, text.asText());
              }
            });
        ofSpeaker.put(speaker, texts);
      }
    } else if (labels.isTextual()) {
      Csv list = csv(labels.asText());
      for (Csv.Row row : list.rows()) {
        ofSpeaker.put(row.fields().get(0), known(list, row));
      }
    }
    return ofSpeaker;
  }

  private static Map<String, String> known(Csv list, Csv.Row row) throws CorpusException {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
      if (list.header().contains(column.getKey())) {
        String text = list.text(row, column.getKey());
        if (!text.isEmpty()) {
          texts.put(column.getValue(), text);
        }
      }
    }
    return texts;
  }

  private Csv csv(String table) throws CorpusException {
    Path file = root.resolve("db." + table + ".csv");
    if (!Files.isRegularFile(file)) {
      throw new CorpusException(
          file
              + ": is missing; save the database with storage_format=\"csv\" (audformat's default,"
              + " Parquet, is not read)");
    }
    return Csv.read(file);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
