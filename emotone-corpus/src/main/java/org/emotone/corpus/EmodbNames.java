package org.emotone.corpus;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Utterance.Sex;

/**
 * EmoDB, the Berlin Database of Emotional Speech (Burkhardt et al. 2005, Interspeech): {@code
 * 03a01Fa} is speaker, text, emotion (first letter of the German word), version. Sex and age of the
 * speakers are those of the release's own list.
 */
final class EmodbNames implements NameRule {

  private static final Pattern FORM = Pattern.compile("(\\d\\d)([AB]\\d\\d)([A-Z])([A-Z])");
  private static final Map<String, Emotion> EMOTIONS =
      Map.of(
          "W", Emotion.ANGRY,
          "L", Emotion.BOREDOM,
          "E", Emotion.DISGUST,
          "A", Emotion.FEAR,
          "F", Emotion.HAPPY,
          "T", Emotion.SAD,
          "N", Emotion.NEUTRAL);
  private static final Set<String> TEXTS =
      Set.of("a01", "a02", "a04", "a05", "a07", "b01", "b02", "b03", "b09", "b10");
  private static final Map<String, Person> SPEAKERS =
      Map.of(
          "03", new Person(Sex.MALE, 31),
          "08", new Person(Sex.FEMALE, 34),
          "09", new Person(Sex.FEMALE, 21),
          "10", new Person(Sex.MALE, 32),
          "11", new Person(Sex.MALE, 26),
          "12", new Person(Sex.MALE, 30),
          "13", new Person(Sex.FEMALE, 32),
          "14", new Person(Sex.FEMALE, 35),
          "15", new Person(Sex.MALE, 25),
          "16", new Person(Sex.FEMALE, 31));

  private record Person(Sex sex, int age) {}

  @Override
  public String id() {
    return "emodb";
  }

  @Override
  public String title() {
    return "EmoDB, Berlin Database of Emotional Speech";
  }

  @Override
  public String licence() {
    return "free for use with citation";
  }

  @Override
  public String pattern() {
    return "03a01Fa (speaker, text, emotion, version)";
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
    String speaker = name.group(1);
    String text = name.group(2).toLowerCase(Locale.ROOT);
    String label = name.group(3);
    String version = name.group(4).toLowerCase(Locale.ROOT);
    Person person = SPEAKERS.get(speaker);
    if (person == null) {
      throw UnreadableName.code("speaker", speaker, SPEAKERS.keySet());
    }
    if (!TEXTS.contains(text)) {
      throw UnreadableName.code("text", text, TEXTS);
    }
    Emotion emotion = EMOTIONS.get(label);
    if (emotion == null) {
      throw UnreadableName.code("emotion", label, EMOTIONS.keySet());
    }
    return new Utterance(
        id(),
        speaker + text + label + version,
        file,
        "emodb:" + speaker,
        person.sex,
        person.age,
        "de",
        emotion,
        label,
        null,
        "emodb:" + text,
        version.charAt(0) - 'a' + 1);
  }

  private static Matcher name(Path file) {
    return FORM.matcher(AudioFiles.stem(file).toUpperCase(Locale.ROOT));
  }
}
