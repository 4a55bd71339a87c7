package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;

/**
 * MELD (Poria et al. 2019, ACL), from the television series Friends: {@code train_splits/dia0_utt0}
 * is dialogue and utterance of one of the three parts, which number them anew; {@code
 * train_dia0_utt0} in flat copies. Labels and speakers come from {@code train_sent_emo.csv}, {@code
 * dev_sent_emo.csv} and {@code test_sent_emo.csv}.
 *
 * <p>The release has videos; what is read is their sound under the same names. Sexes are not
 * annotated. Many lines carry the laughter of an audience and several voices.
 */
final class MeldNames implements NameRule {

  private static final Pattern FORM =
      Pattern.compile("(?:(?<part>train|dev|test)_)?dia(?<dialogue>\\d+)_utt(?<utterance>\\d+)");
  private static final Pattern REPEATED = Pattern.compile("final_videos_testdia\\d+_utt\\d+");
  private static final List<String> PARTS = List.of("train", "dev", "test");
  private static final int FOLDERS = 3;
  private static final Map<String, Emotion> EMOTIONS =
      CodedNames.codes(
          "anger", Emotion.ANGRY,
          "disgust", Emotion.DISGUST,
          "fear", Emotion.FEAR,
          "joy", Emotion.HAPPY,
          "neutral", Emotion.NEUTRAL,
          "sadness", Emotion.SAD,
          "surprise", Emotion.SURPRISE);

  private final Map<String, Line> lines;

  private record Line(String speaker, String emotion) {}

  private MeldNames(Map<String, Line> lines) {
    this.lines = lines;
  }

  /** The rule before it has found its lists. */
  static NameRule rule() {
    return new MeldNames(Map.of());
  }

  @Override
  public NameRule in(Path root) throws CorpusException {
    Map<String, Line> found = new HashMap<>();
    for (String part : PARTS) {
      Optional<Path> file = SideFiles.find(root, part + "_sent_emo.csv");
      if (file.isPresent()) {
        Csv list = Csv.readLenient(file.get());
        for (Csv.Row row : list.rows()) {
          found.put(
              "%s_dia%s_utt%s"
                  .formatted(part, list.text(row, "Dialogue_ID"), list.text(row, "Utterance_ID")),
              new Line(list.text(row, "Speaker"), list.text(row, "Emotion")));
        }
      }
    }
    if (found.isEmpty()) {
      throw new CorpusException(
          root
              + ": no labels in it; expected train_sent_emo.csv, dev_sent_emo.csv and"
              + " test_sent_emo.csv beside the recordings");
    }
    return new MeldNames(found);
  }

  @Override
  public String id() {
    return "meld";
  }

  @Override
  public String title() {
    return "MELD, Multimodal EmotionLines Dataset";
  }

  @Override
  public String licence() {
    return "GPL-3.0 (annotations)";
  }

  @Override
  public String pattern() {
    return "train_splits/dia0_utt0 or train_dia0_utt0 (part, dialogue, utterance)";
  }

  @Override
  public boolean looksLike(Path file) {
    return FORM.matcher(stem(file)).matches() || REPEATED.matcher(stem(file)).matches();
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    if (REPEATED.matcher(stem(file)).matches()) {
      throw new UnreadableName(
          Rejected.Kind.LEFT_OUT, "is a repeated clip of the test part, which no list names");
    }
    Matcher name = FORM.matcher(stem(file));
    if (!name.matches()) {
      throw UnreadableName.form(this);
    }
    String id =
        "%s_dia%d_utt%d"
            .formatted(
                part(file, name),
                Long.parseLong(name.group("dialogue")),
                Long.parseLong(name.group("utterance")));
    Line line = lines.get(id);
    if (line == null) {
      throw UnreadableName.because(id + " is not in the lists *_sent_emo.csv");
    }
    Emotion emotion = EMOTIONS.get(line.emotion);
    if (emotion == null) {
      throw UnreadableName.code("emotion", line.emotion, EMOTIONS.keySet());
    }
    return new Utterance(
        id(),
        id,
        file,
        "meld:" + line.speaker,
        null,
        null,
        "en",
        emotion,
        line.emotion,
        null,
        null,
        null);
  }

  private static String part(Path file, Matcher name) throws UnreadableName {
    if (name.group("part") != null) {
      return name.group("part");
    }
    String folders = AudioFiles.tail(file, FOLDERS).toLowerCase(Locale.ROOT);
    List<String> parts =
        PARTS.stream()
            .filter(
                part -> Pattern.compile("(?:^|[/_])" + part + "(?:[/_]).*").matcher(folders).find())
            .toList();
    if (parts.size() != 1) {
      throw UnreadableName.because(
          "neither its name nor its folders say which part it is of: train, dev or test");
    }
    return parts.get(0);
  }

  private static String stem(Path file) {
    return AudioFiles.stem(file).toLowerCase(Locale.ROOT);
  }
}
