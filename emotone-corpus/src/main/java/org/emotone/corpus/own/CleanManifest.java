package org.emotone.corpus.own;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;
import org.jspecify.annotations.Nullable;

/** Writes a corpus as a manifest, with the columns that any of its clips has a text for. */
final class CleanManifest {

  private static final String PATH = "path";

  private CleanManifest() {}

  /** Writes a file, and the folders that it is in. */
  static void write(Corpus corpus, Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    List<Map<String, String>> rows = new ArrayList<>();
    Set<String> filled = new HashSet<>();
    for (Utterance clip : corpus.utterances()) {
      Map<String, String> row = row(corpus, clip, folder == null ? absolute : folder);
      rows.add(row);
      row.forEach((column, text) -> filled.addAll(text.isEmpty() ? List.of() : List.of(column)));
    }
    List<String> columns = rows.get(0).keySet().stream().filter(filled::contains).toList();
    String text =
        switch (AudioFiles.extension(file)) {
          case "csv" -> table(file, columns, rows, ",");
          case "tsv" -> table(file, columns, rows, "\t");
          case "jsonl" -> lines(rows);
          default ->
              throw new IOException(
                  file
                      + ": is no name for a manifest; expected one that ends in .csv, .tsv or .jsonl");
        };
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }

  /** The texts of a clip by column, empty where it has none. */
  private static Map<String, String> row(Corpus corpus, Utterance clip, Path folder) {
    Path path = clip.path().toAbsolutePath().normalize();
    Segment segment = clip.segment();
    Map<String, String> row = new LinkedHashMap<>();
    row.put(
        PATH,
        (path.startsWith(folder) ? folder.relativize(path) : path).toString().replace('\\', '/'));
    row.put(OwnClips.LABEL, clip.nativeLabel());
    row.put(OwnClips.EMOTION, clip.emotion().id());
    row.put(OwnClips.SPEAKER, clip.speakerKnown() ? bare(corpus, clip.speaker()) : "");
    row.put(OwnClips.START, segment == null ? "" : Double.toString(segment.start()));
    row.put(
        OwnClips.END,
        segment == null || Double.isInfinite(segment.end()) ? "" : Double.toString(segment.end()));
    row.put(OwnClips.SEX, clip.sex() == null ? "" : clip.sex().id());
    row.put(OwnClips.AGE, number(clip.age()));
    row.put(
        OwnClips.LANGUAGE,
        clip.language().equals(Utterance.UNKNOWN_LANGUAGE) ? "" : clip.language());
    row.put(OwnClips.SENTENCE, clip.sentence() == null ? "" : bare(corpus, clip.sentence()));
    row.put(OwnClips.INTENSITY, clip.intensity() == null ? "" : clip.intensity());
    row.put(OwnClips.TAKE, number(clip.take()));
    row.put(OwnClips.ID, clip.id());
    row.put(
        OwnClips.LICENCE, corpus.licence().equals(ImportCheck.NO_LICENCE) ? "" : corpus.licence());
    return row;
  }

  private static String bare(Corpus corpus, String prefixed) {
    return prefixed.substring(corpus.id().length() + 1);
  }

  private static String number(@Nullable Integer number) {
    return number == null ? "" : number.toString();
  }

  private static String table(
      Path file, List<String> columns, List<Map<String, String>> rows, String separator)
      throws IOException {
    StringBuilder text = new StringBuilder(String.join(separator, columns)).append('\n');
    for (Map<String, String> row : rows) {
      String line =
          columns.stream()
              .map(column -> quoted(row.getOrDefault(column, ""), separator))
              .collect(Collectors.joining(separator));
      if (line.lines().count() > 1) {
        throw new IOException(
            "%s: a text of %s has a line break, which such a table cannot hold; write .jsonl"
                .formatted(file, row.get(OwnClips.ID)));
      }
      text.append(line).append('\n');
    }
    return text.toString();
  }

  /** As RFC 4180 has it. */
  private static String quoted(String text, String separator) {
    return text.contains(separator) || text.contains("\"")
        ? "\"" + text.replace("\"", "\"\"") + "\""
        : text;
  }

  private static String lines(List<Map<String, String>> rows) throws IOException {
    JsonMapper json = JsonMapper.builder().build();
    StringBuilder text = new StringBuilder();
    for (Map<String, String> row : rows) {
      row.values().removeIf(String::isEmpty);
      text.append(json.writeValueAsString(row)).append('\n');
    }
    return text.toString();
  }
}
