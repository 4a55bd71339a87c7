package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.Csv;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.evaluation.Traits;

/**
 * {@code predictions.csv}: clip, speaker, true and predicted class and the probability of each
 * class, a row for each clip (RFC 4180, but lines end with a line feed).
 */
public final class Predictions {

  private Predictions() {}

  /** Writes the file. */
  public static void write(Path file, List<String> labels, List<Judgement> judgements)
      throws IOException {
    StringBuilder text = new StringBuilder("clip,speaker,true,predicted");
    labels.forEach(label -> text.append(',').append(quoted("p_" + label)));
    text.append('\n');
    for (Judgement judgement : judgements) {
      text.append(row(labels, judgement)).append('\n');
    }
    RunFolder.write(file, text.toString());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param labels the classes in order
   * @param clips what is known of each clip, by its name
   * @throws IOException if the file is damaged
   */
  public static List<Judgement> read(Path file, List<String> labels, Map<String, Utterance> clips)
      throws IOException {
    Csv csv = Csv.read(file);
    Map<String, Integer> indices = new HashMap<>();
    labels.forEach(label -> indices.put(label, indices.size()));
    List<Judgement> judgements = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      double[] probabilities = new double[labels.size()];
      for (int i = 0; i < probabilities.length; i++) {
        probabilities[i] = Double.parseDouble(csv.text(row, "p_" + labels.get(i)));
      }
      String name = csv.text(row, "clip");
      Utterance clip = clips.get(name);
      judgements.add(
          new Judgement(
              name,
              csv.text(row, "speaker"),
              clip == null ? Traits.UNKNOWN : Judging.traits(clip),
              csv.oneOf(row, "true", indices),
              probabilities));
    }
    return judgements;
  }

  private static String row(List<String> labels, Judgement judgement) {
    String words =
        List.of(
                judgement.clip(),
                judgement.speaker(),
                labels.get(judgement.truth()),
                labels.get(judgement.predicted()))
            .stream()
            .map(Predictions::quoted)
            .collect(Collectors.joining(","));
    StringBuilder row = new StringBuilder(words);
    for (double probability : judgement.probabilities()) {
      row.append(',').append(probability);
    }
    return row.toString();
  }

  /** A field as it stands in CSV. */
  static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
