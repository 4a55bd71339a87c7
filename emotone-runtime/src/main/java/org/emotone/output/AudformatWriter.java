package org.emotone.output;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * {@link TimelineFormat#AUDFORMAT}: a folder with the header {@code db.yaml} and the table {@code
 * db.emotion.csv}, of files for clips and of parts of files for timelines, with the columns
 * emotion, confidence and, if known, speaker, by a machine as rater (audEERING, audformat 1.4). The
 * files are written on closing.
 */
public final class AudformatWriter implements TimelineWriter {

  private record Row(
      String index, String emotion, double confidence, @Nullable String speaker, boolean timed) {}

  private final Path folder;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private String model = "";

  /**
   * Writes into a folder.
   *
   * @param folder made if it is not there
   */
  public AudformatWriter(Path folder) {
    this.folder = folder;
  }

  @Override
  public void add(String file, Timeline timeline) {
    heard(timeline.model(), timeline.classes());
    String name = Words.csv(portable(file));
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      EmotionSegment segment = cue.value();
      String index = name + "," + timedelta(cue.start()) + "," + timedelta(cue.end());
      row(new Row(index, segment.label(), segment.confidence(), segment.speaker(), true));
    }
  }

  @Override
  public void add(String file, Recognition clip) {
    heard(clip.model(), clip.scores().stream().map(Score::label).sorted().toList());
    Score best = clip.best();
    row(new Row(Words.csv(portable(file)), best.label(), best.probability(), null, false));
  }

  private void heard(String by, List<String> labels) {
    model = by;
    labels.forEach(label -> classes.putIfAbsent(label, classes.size()));
  }

  private void row(Row row) {
    if (!rows.isEmpty() && rows.get(0).timed() != row.timed()) {
      throw new IllegalStateException("a table is of whole files or of parts of them, not of both");
    }
    rows.add(row);
  }

  /** Audformat's paths have slashes and do not begin with a dot. */
  private static String portable(String file) {
    String path = file.replace(File.separatorChar, '/');
    return path.startsWith("./") ? path.substring(2) : path;
  }

  /** A time as pandas writes it. */
  private static String timedelta(long millis) {
    return "%d days %s000".formatted(millis / 86_400_000, Words.clock(millis % 86_400_000, '.'));
  }

  @Override
  public void close() throws IOException {
    Files.createDirectories(folder);
    boolean speakers = rows.stream().anyMatch(row -> row.speaker() != null);
    boolean timed = rows.isEmpty() || rows.get(0).timed();
    StringBuilder table = new StringBuilder(timed ? "file,start,end" : "file");
    table.append(",emotion,confidence").append(speakers ? ",speaker\n" : "\n");
    for (Row row : rows) {
      table.append(row.index()).append(',').append(Words.csv(row.emotion())).append(',');
      table.append(String.format(Locale.ROOT, "%.3f", row.confidence()));
      if (speakers) {
        table.append(',').append(row.speaker() == null ? "" : Words.csv(row.speaker()));
      }
      table.append('\n');
    }
    Files.writeString(folder.resolve("db.emotion.csv"), table);
    Files.writeString(folder.resolve("db.yaml"), header(timed, speakers));
  }

  private String header(boolean timed, boolean speakers) {
    StringBuilder yaml = new StringBuilder("name: emotone\nsource: Emotone\nusage: other\n");
    yaml.append("description: Emotions heard by a machine.\nlanguages: []\n");
    yaml.append("raters:\n  emotone:\n    type: machine\n    description: ").append(quoted(model));
    yaml.append("\nschemes:\n  emotion:\n    dtype: str\n");
    if (!classes.isEmpty()) {
      yaml.append("    labels: [");
      yaml.append(
          classes.keySet().stream().map(AudformatWriter::quoted).collect(Collectors.joining(", ")));
      yaml.append("]\n");
    }
    yaml.append("  confidence:\n    dtype: float\n    minimum: 0\n    maximum: 1\n");
    yaml.append(speakers ? "  speaker:\n    dtype: str\n" : "");
    yaml.append("tables:\n  emotion:\n    type: ").append(timed ? "segmented" : "filewise");
    yaml.append("\n    columns:\n");
    for (String column : List.of("emotion", "confidence", "speaker")) {
      if (speakers || !column.equals("speaker")) {
        yaml.append("      ").append(column).append(":\n        scheme_id: ").append(column);
        yaml.append("\n        rater_id: emotone\n");
      }
    }
    return yaml.toString();
  }

  /** JSON's strings are YAML's double-quoted scalars. */
  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
