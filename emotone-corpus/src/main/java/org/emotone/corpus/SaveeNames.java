package org.emotone.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Utterance.Sex;

/**
 * SAVEE (Jackson and Haq 2014, University of Surrey): {@code DC/a01} in the release, {@code DC_a01}
 * in flat copies, is speaker, emotion, sentence. Both have the id {@code DC_a01}.
 *
 * <p>Sentences are counted per emotion: {@code savee:a01} is the same text for all four speakers.
 * Three texts return under every emotion, which the names do not show.
 */
final class SaveeNames implements NameRule {

  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "a", Emotion.ANGRY,
          "d", Emotion.DISGUST,
          "f", Emotion.FEAR,
          "h", Emotion.HAPPY,
          "n", Emotion.NEUTRAL,
          "sa", Emotion.SAD,
          "su", Emotion.SURPRISE);
  private static final Set<String> SPEAKERS = Set.of("DC", "JE", "JK", "KL");
  private static final Pattern FLAT = Pattern.compile("([A-Z]{2})_([A-Z]{1,2})(\\d\\d)");
  private static final Pattern NESTED = Pattern.compile("([A-Z]{2})/([A-Z]{1,2})(\\d\\d)");
  private static final int SENTENCES = 15;
  private static final int NEUTRAL_SENTENCES = 30;

  @Override
  public String id() {
    return "savee";
  }

  @Override
  public String title() {
    return "Surrey Audio-Visual Expressed Emotion";
  }

  @Override
  public String licence() {
    return "research use, by registration with the University of Surrey";
  }

  @Override
  public String pattern() {
    return "DC/a01 or DC_a01 (speaker, emotion, sentence)";
  }

  @Override
  public boolean looksLike(Path file) {
    Matcher name = name(file);
    return name.matches() && SPEAKERS.contains(name.group(1));
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Matcher name = name(file);
    if (!name.matches()) {
      throw UnreadableName.form(this);
    }
    String speaker = name.group(1);
    String label = name.group(2).toLowerCase(Locale.ROOT);
    if (!SPEAKERS.contains(speaker)) {
      throw UnreadableName.code("speaker", speaker, SPEAKERS);
    }
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      throw UnreadableName.code("emotion", label, EMOTIONS.keySet());
    }
    int sentence = Integer.parseInt(name.group(3));
    int sentences = emotion == Emotion.NEUTRAL ? NEUTRAL_SENTENCES : SENTENCES;
    if (sentence < 1 || sentence > sentences) {
      throw UnreadableName.because(
          "sentence %02d is not one of 01 to %02d".formatted(sentence, sentences));
    }
    String code = label + name.group(3);
    return new Utterance(
        id(),
        speaker + "_" + code,
        file,
        "savee:" + speaker,
        Sex.MALE,
        null,
        "en",
        emotion,
        label,
        null,
        "savee:" + code,
        null);
  }

  private static Matcher name(Path file) {
    String stem = AudioFiles.stem(file).toUpperCase(Locale.ROOT);
    Matcher flat = FLAT.matcher(stem);
    return flat.matches()
        ? flat
        : NESTED.matcher(AudioFiles.folder(file).toUpperCase(Locale.ROOT) + "/" + stem);
  }
}
