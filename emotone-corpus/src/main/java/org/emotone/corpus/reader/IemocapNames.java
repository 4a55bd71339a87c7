package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;

/**
 * IEMOCAP (Busso et al. 2008): {@code Ses01F_impro01_F000} is session, which of the two speakers
 * wears the markers, dialogue, who speaks with the number of the turn. Labels are the lines {@code
 * [6.29 - 8.23] Ses01F_impro01_F000 neu [2.5, 2.5, 2.5]} of the files in {@code
 * dialog/EmoEvaluation}.
 *
 * <p>Excitement counts as happiness, as is usual with this corpus, frustration as {@link
 * Emotion#OTHER}; the native label tells them apart. Turns without a majority ({@code xxx}) and the
 * recordings of whole dialogues are left out.
 */
final class IemocapNames implements NameRule {

  private static final Pattern TURN =
      Pattern.compile(
          "(?<session>Ses0[1-5])[FM]_(?:impro|script)\\w*_(?<sex>[FM])(?:\\d{3}|XX\\d+)");
  private static final Pattern DIALOGUE = Pattern.compile("ses0[1-5][fm]_(?:impro|script)\\w*");
  private static final Pattern LINE =
      Pattern.compile("\\[[\\d.]+\\s*-\\s*[\\d.]+]\\s+(\\S+)\\s+([a-z]{3})\\s+\\[.*");
  private static final Map<String, Emotion> EMOTIONS =
      CodedNames.codes(
          "ang", Emotion.ANGRY,
          "dis", Emotion.DISGUST,
          "exc", Emotion.HAPPY,
          "fea", Emotion.FEAR,
          "fru", Emotion.OTHER,
          "hap", Emotion.HAPPY,
          "neu", Emotion.NEUTRAL,
          "oth", Emotion.OTHER,
          "sad", Emotion.SAD,
          "sur", Emotion.SURPRISE);
  private static final String NO_MAJORITY = "xxx";

  private final Map<String, String> labels;

  private IemocapNames(Map<String, String> labels) {
    this.labels = labels;
  }

  /** The rule before it has found its labels. */
  static NameRule rule() {
    return new IemocapNames(Map.of());
  }

  @Override
  public NameRule in(Path root) throws CorpusException {
    Map<String, String> found = new HashMap<>();
    List<Path> files =
        SideFiles.all(
            root,
            file ->
                AudioFiles.extension(file).equals("txt")
                    && AudioFiles.folder(file).equalsIgnoreCase("EmoEvaluation"));
    for (Path file : files) {
      for (String line : Csv.lenientLines(file)) {
        Matcher turn = LINE.matcher(line);
        if (turn.matches()) {
          found.put(turn.group(1), turn.group(2));
        }
      }
    }
    if (found.isEmpty()) {
      throw new CorpusException(
          root
              + ": no labels in it; expected dialog/EmoEvaluation/Ses01F_impro01.txt and the like"
              + " beside the recordings, as in IEMOCAP_full_release");
    }
    return new IemocapNames(found);
  }

  @Override
  public String id() {
    return "iemocap";
  }

  @Override
  public String title() {
    return "IEMOCAP, Interactive Emotional Dyadic Motion Capture database";
  }

  @Override
  public String licence() {
    return "IEMOCAP licence, by request";
  }

  @Override
  public String pattern() {
    return "Ses01F_impro01_F000 (session, dialogue, who speaks and turn)";
  }

  @Override
  public boolean looksLike(Path file) {
    return DIALOGUE.matcher(AudioFiles.stem(file).toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    if (!looksLike(file)) {
      throw UnreadableName.form(this);
    }
    String stem = AudioFiles.stem(file);
    Matcher turn = TURN.matcher(stem);
    if (!turn.matches()) {
      throw new UnreadableName(Rejected.Kind.LEFT_OUT, "is a whole dialogue, not a turn");
    }
    String label = labels.get(stem);
    if (label == null) {
      throw UnreadableName.because("has no line in dialog/EmoEvaluation");
    }
    if (label.equals(NO_MAJORITY)) {
      throw new UnreadableName(Rejected.Kind.LEFT_OUT, "its raters did not agree (xxx)");
    }
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      throw UnreadableName.code("emotion", label, EMOTIONS.keySet());
    }
    boolean woman = turn.group("sex").equals("F");
    return new Utterance(
        id(),
        stem,
        file,
        "iemocap:" + turn.group("session") + turn.group("sex"),
        woman ? Sex.FEMALE : Sex.MALE,
        null,
        "en",
        emotion,
        label,
        null,
        null,
        null);
  }
}
