package org.emotone.corpus.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.emotone.corpus.CorpusException;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.Utterance.Sex;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.corpus.files.Csv;
import org.emotone.corpus.files.SideFiles;
import org.emotone.corpus.files.Words;
import org.jspecify.annotations.Nullable;

/**
 * MSP-Podcast (Lotfian and Busso 2019), natural English speech: {@code MSP-PODCAST_0001_0008} is
 * podcast and segment. Labels, speakers and sexes come from {@code Labels/labels_consensus.csv} or
 * {@code .json} (spelled {@code concensus} in older releases). All clips whose speaker is unknown
 * count as one speaker, {@code msppodcast:unknown}. Clips whose raters did not agree are left out;
 * contempt is {@link Emotion#OTHER}.
 */
final class MspPodcastNames implements NameRule {

  private static final Pattern FORM = Pattern.compile("msp-podcast_\\d{4}_\\d{4}(?:_\\d{4})?");
  private static final Map<String, Emotion> EMOTIONS =
      CodedNames.codes(
          "A", Emotion.ANGRY,
          "C", Emotion.OTHER,
          "D", Emotion.DISGUST,
          "F", Emotion.FEAR,
          "H", Emotion.HAPPY,
          "N", Emotion.NEUTRAL,
          "O", Emotion.OTHER,
          "S", Emotion.SAD,
          "U", Emotion.SURPRISE);
  private static final String NO_AGREEMENT = "X";

  private final Map<String, Row> rows;

  private record Row(String emotion, String speaker, String sex) {}

  private MspPodcastNames(Map<String, Row> rows) {
    this.rows = rows;
  }

  /** The rule before it has found its labels. */
  static NameRule rule() {
    return new MspPodcastNames(Map.of());
  }

  @Override
  public NameRule in(Path root) throws CorpusException {
    Optional<Path> csv = SideFiles.find(root, "labels_consensus.csv", "labels_concensus.csv");
    if (csv.isPresent()) {
      return new MspPodcastNames(table(csv.get()));
    }
    Optional<Path> json = SideFiles.find(root, "labels_consensus.json", "labels_concensus.json");
    if (json.isPresent()) {
      return new MspPodcastNames(object(json.get()));
    }
    throw new CorpusException(
        root + ": no labels in it; expected Labels/labels_consensus.csv (or .json) of the release");
  }

  private static Map<String, Row> table(Path file) throws CorpusException {
    Csv list = Csv.read(file);
    Map<String, Row> rows = new HashMap<>();
    for (Csv.Row row : list.rows()) {
      rows.put(
          key(list.text(row, "FileName")),
          new Row(list.text(row, "EmoClass"), list.text(row, "SpkrID"), list.text(row, "Gender")));
    }
    return rows;
  }

  private static Map<String, Row> object(Path file) throws CorpusException {
    Map<String, Row> rows = new HashMap<>();
    try {
      JsonNode all = JsonMapper.builder().build().readTree(Files.readString(file));
      all.properties()
          .forEach(
              entry ->
                  rows.put(
                      key(entry.getKey()),
                      new Row(
                          entry.getValue().path("EmoClass").asText(),
                          entry.getValue().path("SpkrID").asText(),
                          entry.getValue().path("Gender").asText())));
    } catch (JsonProcessingException e) {
      throw new CorpusException(file + ": is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CorpusException(file + ": cannot be read", e);
    }
    return rows;
  }

  @Override
  public String id() {
    return "msppodcast";
  }

  @Override
  public String title() {
    return "MSP-Podcast corpus";
  }

  @Override
  public String licence() {
    return "academic licence, by agreement";
  }

  @Override
  public String pattern() {
    return "MSP-PODCAST_0001_0008 (podcast, segment)";
  }

  @Override
  public boolean looksLike(Path file) {
    return FORM.matcher(AudioFiles.stem(file).toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public Utterance parse(Path file) throws UnreadableName {
    if (!looksLike(file)) {
      throw UnreadableName.form(this);
    }
    String stem = AudioFiles.stem(file).toUpperCase(Locale.ROOT);
    Row row = rows.get(key(stem));
    if (row == null) {
      throw UnreadableName.because("is not in the labels");
    }
    if (row.emotion.equals(NO_AGREEMENT)) {
      throw new UnreadableName(Rejected.Kind.LEFT_OUT, "its raters did not agree (X)");
    }
    Emotion emotion = EMOTIONS.get(row.emotion);
    if (emotion == null) {
      throw UnreadableName.code("emotion", row.emotion, EMOTIONS.keySet());
    }
    return new Utterance(
        id(),
        stem,
        file,
        "msppodcast:" + speaker(row),
        sex(row),
        null,
        "en",
        emotion,
        row.emotion,
        null,
        null,
        null);
  }

  private static String speaker(Row row) {
    return row.speaker.isEmpty() || row.speaker.equalsIgnoreCase(Utterance.UNKNOWN_SPEAKER)
        ? Utterance.UNKNOWN_SPEAKER
        : row.speaker;
  }

  private static @Nullable Sex sex(Row row) {
    return Words.sex(row.sex).orElse(null);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z0-9]+$", "");
  }
}
