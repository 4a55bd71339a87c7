package org.emotone.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/** {@link TimelineFormat#CSV}: a row for each segment. */
final class CsvWriter implements TimelineWriter {

  private static final List<String> FIRST =
      List.of("file", "start", "end", "emotion", "certain", "confidence");

  private static final String LAST = "speaker";

  private final Appendable out;
  private @Nullable List<String> classes;

  CsvWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void add(String file, Timeline timeline) throws IOException {
    header(file, timeline.classes());
    for (Cue<EmotionSegment> cue : Cue.segments(timeline)) {
      EmotionSegment segment = cue.value();
      List<String> row = new ArrayList<>();
      row.add(file);
      row.add(Words.seconds(cue.start()));
      row.add(Words.seconds(cue.end()));
      row.add(segment.label());
      row.add(Boolean.toString(segment.certain()));
      row.add(Double.toString(segment.confidence()));
      segment.probabilities().forEach(probability -> row.add(Double.toString(probability)));
      row.add(segment.speaker() == null ? "" : segment.speaker());
      line(row);
    }
  }

  private void header(String file, List<String> wanted) throws IOException {
    if (classes == null) {
      names(wanted);
      classes = wanted;
    } else if (!classes.equals(wanted)) {
      throw new IllegalArgumentException(
          file + ": has the classes " + wanted + ", but the table is of " + classes);
    }
  }

  private void line(List<String> values) throws IOException {
    out.append(values.stream().map(Words::csv).collect(Collectors.joining(","))).append('\n');
  }

  @Override
  public void close() throws IOException {
    if (classes == null) {
      names(List.of());
    }
  }

  private void names(List<String> labels) throws IOException {
    List<String> names = new ArrayList<>(FIRST);
    names.addAll(labels);
    names.add(LAST);
    line(names);
  }
}
