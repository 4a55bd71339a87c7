package org.emotone.corpus.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.Words;
import org.jspecify.annotations.Nullable;

/**
 * A user's list of recordings: CSV, TSV or JSON lines. A column {@code emotion} is the label where
 * there is no column {@code label}, and else says what the labels mean.
 */
final class Manifest {

  /** What a manifest in a folder is called. */
  static final List<String> NAMES =
      List.of("manifest.csv", "manifest.tsv", "manifest.jsonl", "manifest.json");

  private static final String PATH = "path";

  /** Names of columns, with what others call them. */
  private static final Map<String, String> COLUMNS = columns();

  private Manifest() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    for (String column :
        List.of(
            PATH,
            OwnClips.ID,
            OwnClips.LABEL,
            OwnClips.EMOTION,
            OwnClips.SPEAKER,
            OwnClips.START,
            OwnClips.END,
            OwnClips.SEX,
            OwnClips.AGE,
            OwnClips.LANGUAGE,
            OwnClips.SENTENCE,
            OwnClips.INTENSITY,
            OwnClips.TAKE,
            OwnClips.LICENCE)) {
      columns.put(column, column);
    }
    List.of("file", "filename", "file_name", "audio").forEach(name -> columns.put(name, PATH));
    columns.put("speaker_id", OwnClips.SPEAKER);
    columns.put("gender", OwnClips.SEX);
    columns.put("license", OwnClips.LICENCE);
    return columns;
  }

  /** Whether a file is a manifest by its name. */
  static boolean isOne(Path file) {
    return List.of("csv", "tsv", "jsonl", "ndjson").contains(AudioFiles.extension(file));
  }

  /** Reads a list; its paths are relative to its folder. */
  static OwnClips read(Path file) throws CorpusException {
    return switch (AudioFiles.extension(file)) {
      case "csv" -> table(Csv.read(file));
      case "tsv" -> table(Csv.read(file, '\t'));
      case "jsonl", "json", "ndjson" -> lines(file);
      default ->
          throw new CorpusException(
              file + ": is no manifest; expected a file that ends in .csv, .tsv or .jsonl");
    };
  }

  private static OwnClips table(Csv list) throws CorpusException {
    Map<Integer, String> columns = new HashMap<>();
    for (int i = 0; i < list.header().size(); i++) {
      String known = COLUMNS.get(list.header().get(i).toLowerCase(Locale.ROOT));
      if (known != null) {
        columns.put(i, known);
      }
    }
    if (!columns.containsValue(OwnClips.LABEL)) {
      columns.replaceAll((i, column) -> column.equals(OwnClips.EMOTION) ? OwnClips.LABEL : column);
    }
    checkColumns(list.file() + ":1", columns.values(), list.header());
    List<OwnClips.Row> rows = new ArrayList<>();
    for (Csv.Row row : list.rows()) {
      Map<String, String> texts = new HashMap<>();
      columns.forEach((i, column) -> texts.put(column, row.fields().get(i)));
      rows.add(row(list.file(), row.line(), texts));
    }
    return new OwnClips(new LinkedHashSet<>(columns.values()), rows);
  }

  private static OwnClips lines(Path file) throws CorpusException {
    ObjectMapper json = JsonMapper.builder().build();
    List<OwnClips.Row> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    Set<String> names = new LinkedHashSet<>();
    List<String> lines = Csv.lenientLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        Map<String, String> texts = new HashMap<>();
        object(json, file, i + 1, lines.get(i))
            .properties()
            .forEach(
                field -> {
                  names.add(field.getKey());
                  String known = COLUMNS.get(field.getKey().toLowerCase(Locale.ROOT));
                  if (known != null && !field.getValue().isNull()) {
                    texts.put(known, field.getValue().asText());
                  }
                });
        String emotion = texts.get(OwnClips.EMOTION);
        if (emotion != null && texts.putIfAbsent(OwnClips.LABEL, emotion) == null) {
          texts.remove(OwnClips.EMOTION);
        }
        columns.addAll(texts.keySet());
        rows.add(row(file, i + 1, texts));
      }
    }
    checkColumns(file.toString(), columns, names);
    return new OwnClips(columns, rows);
  }

  private static JsonNode object(ObjectMapper json, Path file, int line, String text)
      throws CorpusException {
    JsonNode node;
    try {
      node = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new CorpusException(
          "%s:%d: is no JSON: %s".formatted(file, line, e.getOriginalMessage()), e);
    }
    if (!node.isObject()) {
      throw new CorpusException(
          "%s:%d: is no JSON object; expected one on each line, such as {\"path\": \"a.wav\","
                  .formatted(file, line)
              + " \"label\": \"angry\"}");
    }
    return node;
  }

  private static OwnClips.Row row(Path file, int line, Map<String, String> texts)
      throws CorpusException {
    @Nullable String path = texts.remove(PATH);
    if (path == null || path.isBlank()) {
      throw new CorpusException("%s:%d: names no file; expected a path".formatted(file, line));
    }
    return new OwnClips.Row(
        file.getFileName() + ":" + line, file.resolveSibling(path).normalize(), texts);
  }

  private static void checkColumns(
      String where, Collection<String> found, Collection<String> header) throws CorpusException {
    for (String needed : List.of(PATH, OwnClips.LABEL)) {
      if (!found.contains(needed)) {
        String hint =
            Words.nearest(needed, header).map(name -> " (is '" + name + "' it?)").orElse("");
        throw new CorpusException(
            "%s: no column '%s'%s; there are %s, and path and label are needed"
                .formatted(where, needed, hint, String.join(", ", header)));
      }
    }
  }
}
