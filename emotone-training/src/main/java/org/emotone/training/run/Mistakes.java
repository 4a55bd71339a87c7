package org.emotone.training.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.Csv;
import org.emotone.training.evaluation.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * {@code errors.csv}: the clips that were not recognised, those first of which the model was most
 * certain, with their files, to be listened to (RFC 4180, but lines end with a line feed).
 */
public final class Mistakes {

  private static final String HEADER =
      "clip,speaker,true,predicted,confidence,p_true,file,from,to\n";

  private Mistakes() {}

  /**
   * A clip that was not recognised.
   *
   * @param clip name of the clip
   * @param speaker its speaker
   * @param truth its class
   * @param predicted the class that was answered
   * @param confidence probability of the answer
   * @param probability probability of its class
   * @param file the recording
   * @param from where the clip begins in it, in seconds; null for the whole file
   * @param to where it ends; null likewise
   */
  public record Mistake(
      String clip,
      String speaker,
      String truth,
      String predicted,
      double confidence,
      double probability,
      Path file,
      @Nullable Double from,
      @Nullable Double to) {}

  /** Those among judgements, the most confident first; of equals in the order of their names. */
  public static List<Mistake> of(
      List<String> labels, List<Judgement> judgements, Map<String, Utterance> clips) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Judgement judgement : judgements) {
      Utterance clip = clips.get(judgement.clip());
      if (clip != null && judgement.predicted() != judgement.truth()) {
        Segment part = clip.segment();
        mistakes.add(
            new Mistake(
                judgement.clip(),
                judgement.speaker(),
                labels.get(judgement.truth()),
                labels.get(judgement.predicted()),
                judgement.probabilities()[judgement.predicted()],
                judgement.probabilities()[judgement.truth()],
                clip.path().toAbsolutePath().normalize(),
                part == null ? null : part.start(),
                part == null ? null : part.end()));
      }
    }
    mistakes.sort(
        Comparator.comparingDouble(Mistake::confidence).reversed().thenComparing(Mistake::clip));
    return mistakes;
  }

  /** Writes the file. */
  public static void write(Path file, List<Mistake> mistakes) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (Mistake mistake : mistakes) {
      List<String> words =
          List.of(mistake.clip(), mistake.speaker(), mistake.truth(), mistake.predicted());
      words.forEach(word -> text.append(Predictions.quoted(word)).append(','));
      text.append(
              String.format(Locale.ROOT, "%.6f,%.6f,", mistake.confidence(), mistake.probability()))
          .append(Predictions.quoted(mistake.file().toString()))
          .append(',')
          .append(seconds(mistake.from()))
          .append(',')
          .append(seconds(mistake.to()))
          .append('\n');
    }
    RunFolder.write(file, text.toString());
  }

  private static String seconds(@Nullable Double value) {
    return value == null || value.isInfinite() ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  /**
   * Reads what was written.
   *
   * @throws CorpusException if it is something else, in one line
   */
  public static List<Mistake> read(Path file) throws CorpusException {
    Csv csv = Csv.read(file);
    List<Mistake> mistakes = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      mistakes.add(
          new Mistake(
              csv.text(row, "clip"),
              csv.text(row, "speaker"),
              csv.text(row, "true"),
              csv.text(row, "predicted"),
              csv.number(row, "confidence"),
              csv.number(row, "p_true"),
              Path.of(csv.text(row, "file")),
              seconds(csv, row, "from"),
              seconds(csv, row, "to")));
    }
    return mistakes;
  }

  private static @Nullable Double seconds(Csv csv, Csv.Row row, String column)
      throws CorpusException {
    return csv.text(row, column).isEmpty() ? null : csv.number(row, column);
  }
}
