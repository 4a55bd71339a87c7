package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;

/**
 * TESS (Pichora-Fuller and Dupuis 2020, doi:10.5683/SP2/E8H2MF): {@code OAF_back_angry} is the
 * older or younger woman, the word at the end of "Say the word ...", the emotion.
 *
 * <p>One clip of the release is named {@code OA_bite_neutral}; its id here is {@code
 * OAF_bite_neutral}. Digits that copying left around a name ({@code 289testOAF_such_fear7}, {@code
 * OAF_back_angry (1)}) are ignored.
 */
final class TessNames implements NameRule {

  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "angry", Emotion.ANGRY,
          "disgust", Emotion.DISGUST,
          "fear", Emotion.FEAR,
          "happy", Emotion.HAPPY,
          "neutral", Emotion.NEUTRAL,
          "ps", Emotion.SURPRISE,
          "sad", Emotion.SAD);
  private static final Pattern FORM =
      Pattern.compile("(?:\\d+[a-z]*)?(oaf?|yaf)_([a-z]+)_([a-z]+?)[ _-]?\\(?\\d*\\)?");
  private static final int OLDER_AGE = 64;
  private static final int YOUNGER_AGE = 26;

  @Override
  public String id() {
    return "tess";
  }

  @Override
  public String title() {
    return "Toronto Emotional Speech Set";
  }

  @Override
  public String licence() {
    return "CC BY-NC-ND 4.0";
  }

  @Override
  public String pattern() {
    return "OAF_back_angry (OAF or YAF, word, emotion)";
  }

  @Override
  public boolean looksLike(Path file) {
    return name(file).matches();
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Matcher name = name(file);
    if (!name.matches()) {
      throw UnreadableName.form(this);
    }
    boolean older = name.group(1).startsWith("o");
    String word = name.group(2);
    String label = name.group(3);
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      throw UnreadableName.code("emotion", label, EMOTIONS.keySet());
    }
    String speaker = older ? "OAF" : "YAF";
    return new Utterance(
        id(),
        speaker + "_" + word + "_" + label,
        file,
        "tess:" + speaker,
        Sex.FEMALE,
        older ? OLDER_AGE : YOUNGER_AGE,
        "en",
        emotion,
        label,
        null,
        "tess:" + word,
        null);
  }

  private static Matcher name(Path file) {
    return FORM.matcher(AudioFiles.stem(file).toLowerCase(Locale.ROOT));
  }
}
