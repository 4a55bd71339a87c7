package org.emotone.corpus.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.jspecify.annotations.Nullable;

/**
 * A naming rule told as a table: patterns with named groups, what each group may hold, and what
 * they mean. Patterns match the file's stem, in any case; one with slashes matches the names of the
 * folders above it too. The first of several patterns that matches counts.
 */
final class CodedNames implements NameRule {

  /** How many folders above a file a pattern may look at. */
  private static final int FOLDERS = 3;

  private final Builder table;

  private CodedNames(Builder table) {
    this.table = table;
  }

  /** What a file's label is. */
  record Label(Emotion emotion, String nativeLabel) {}

  /** A check of parts against each other. */
  @FunctionalInterface
  interface Check {
    /**
     * Does nothing if the parts fit.
     *
     * @throws UnreadableName if they do not
     */
    void check(Parts parts) throws UnreadableName;
  }

  /** Begins a table. */
  static Builder of(String id, String title, String licence) {
    return new Builder(id, title, licence);
  }

  @Override
  public String id() {
    return table.id;
  }

  @Override
  public String title() {
    return table.title;
  }

  @Override
  public String licence() {
    return table.licence;
  }

  @Override
  public String pattern() {
    return table.example;
  }

  @Override
  public boolean looksLike(Path file) {
    return match(file) != null;
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    Matcher name = match(file);
    if (name == null) {
      throw UnreadableName.form(this);
    }
    Map<String, String> texts = new HashMap<>();
    for (Part part : table.parts) {
      String text = group(name, part.name());
      if (text != null) {
        texts.put(part.name(), part.canonical(text));
      }
    }
    Parts parts = new Parts(texts);
    for (Check check : table.checks) {
      check.check(parts);
    }
    return utterance(file, parts);
  }

  private Utterance utterance(Path file, Parts parts) {
    Label label = table.label.apply(parts);
    return new Utterance(
        table.id,
        table.name.apply(parts),
        file,
        table.id + ":" + table.speaker.apply(parts),
        table.sex.apply(parts),
        table.age.apply(parts),
        table.language.apply(parts),
        label.emotion,
        label.nativeLabel,
        table.intensity.apply(parts),
        prefixed(table.sentence.apply(parts)),
        table.take.apply(parts));
  }

  private @Nullable String prefixed(@Nullable String sentence) {
    return sentence == null ? null : table.id + ":" + sentence;
  }

  private @Nullable Matcher match(Path file) {
    String path = AudioFiles.tail(file, FOLDERS);
    for (Pattern form : table.forms) {
      Matcher name = form.matcher(path);
      if (name.matches()) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String group(Matcher name, String part) {
    try {
      return name.group(part);
    } catch (IllegalArgumentException e) {
      return null; // One of several patterns may lack a part that another has.
    }
  }

  /** The table. */
  static final class Builder {
    private final String id;
    private final String title;
    private final String licence;
    private final List<Pattern> forms = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private String example = "";
    private Function<Parts, String> name = parts -> "";
    private Function<Parts, Label> label = parts -> new Label(Emotion.OTHER, "");
    private Function<Parts, String> speaker = parts -> parts.text("speaker");
    private Function<Parts, String> language = parts -> Utterance.UNKNOWN_LANGUAGE;
    private Function<Parts, @Nullable Sex> sex = parts -> null;
    private Function<Parts, @Nullable Integer> age = parts -> null;
    private Function<Parts, @Nullable String> intensity = parts -> null;
    private Function<Parts, @Nullable String> sentence = parts -> null;
    private Function<Parts, @Nullable Integer> take = parts -> null;

    private Builder(String id, String title, String licence) {
      this.id = id;
      this.title = title;
      this.licence = licence;
    }

    /** What a name looks like, for messages. */
    Builder example(String text) {
      example = text;
      return this;
    }

    /** A pattern; what stands before it in the path is ignored if it ends with a slash. */
    Builder form(String pattern) {
      forms.add(Pattern.compile("(?:.*/)?" + pattern, Pattern.CASE_INSENSITIVE));
      return this;
    }

    /** What the groups may hold, checked in this order. */
    Builder parts(Part... all) {
      parts.addAll(List.of(all));
      return this;
    }

    /** The label from codes, which are the part {@code emotion} and the native label. */
    Builder emotions(Map<String, Emotion> codes) {
      parts.add(Part.words("emotion", codes));
      return label(found -> new Label(found.in(codes, "emotion"), found.text("emotion")));
    }

    /** The label in another way. */
    Builder label(Function<Parts, Label> function) {
      label = function;
      return this;
    }

    /** The id as a template of parts. */
    Builder name(String template) {
      return name(found -> found.fill(template));
    }

    /** The id in another way. */
    Builder name(Function<Parts, String> function) {
      name = function;
      return this;
    }

    /** The speaker as a template of parts; the part {@code speaker} where this is not given. */
    Builder speaker(String template) {
      return speaker(found -> found.fill(template));
    }

    /** The speaker in another way. */
    Builder speaker(Function<Parts, String> function) {
      speaker = function;
      return this;
    }

    Builder language(String code) {
      return language(found -> code);
    }

    Builder language(Function<Parts, String> function) {
      language = function;
      return this;
    }

    /** The sex from codes in a part that not every name need have. */
    Builder sex(String part, Map<String, Sex> codes) {
      parts.add(Part.words(part, codes));
      return sex(found -> found.has(part) ? found.in(codes, part) : null);
    }

    Builder sex(Function<Parts, @Nullable Sex> function) {
      sex = function;
      return this;
    }

    Builder age(Function<Parts, @Nullable Integer> function) {
      age = function;
      return this;
    }

    /** The intensity from codes. */
    Builder intensity(String part, Map<String, String> codes) {
      parts.add(Part.words(part, codes));
      return intensity(found -> found.in(codes, part));
    }

    Builder intensity(Function<Parts, @Nullable String> function) {
      intensity = function;
      return this;
    }

    /** The sentence as a template of parts. */
    Builder sentence(String template) {
      return sentence(found -> found.fill(template));
    }

    Builder sentence(Function<Parts, @Nullable String> function) {
      sentence = function;
      return this;
    }

    /** The repetition: the number in a part, or the place of a letter in the alphabet. */
    Builder take(String part) {
      take =
          found -> {
            if (!found.has(part) || found.text(part).isEmpty()) {
              return null;
            }
            char first = found.text(part).charAt(0);
            return Character.isDigit(first)
                ? found.number(part)
                : Character.toLowerCase(first) - 'a' + 1;
          };
      return this;
    }

    Builder check(Check check) {
      checks.add(check);
      return this;
    }

    CodedNames build() {
      return new CodedNames(this);
    }
  }

  /** Codes in the order given, for tables of more than {@link Map#of} takes. */
  static Map<String, Emotion> codes(Object... pairs) {
    Map<String, Emotion> codes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      codes.put((String) pairs[i], (Emotion) pairs[i + 1]);
    }
    return codes;
  }
}
