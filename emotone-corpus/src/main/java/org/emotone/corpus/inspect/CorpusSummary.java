package org.emotone.corpus.inspect;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Emotion;
import org.emotone.corpus.Rejected;
import org.emotone.corpus.Speaker;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.files.AudioFiles;

/**
 * Counts of what a corpus holds.
 *
 * @param id id of the corpus
 * @param clips clips in all
 * @param emotions clips by emotion, in the order of {@link Emotion}
 * @param speakers clips by speaker
 * @param speakersBySex speakers by sex: {@code female}, {@code male}, {@code unknown}
 * @param clipsBySex clips by sex
 * @param intensities clips by the corpus' word for intensity, {@code not stated} where it has none
 * @param sentences clips by sentence, {@code not stated} where it is not known
 * @param extensions clips by file extension in lower case
 * @param rejected rejected files by kind
 * @param seconds duration of all clips in seconds, empty if it was not asked for
 * @param unreadable files whose duration could not be told, and why
 */
public record CorpusSummary(
    String id,
    int clips,
    Map<Emotion, Integer> emotions,
    Map<String, Integer> speakers,
    Map<String, Integer> speakersBySex,
    Map<String, Integer> clipsBySex,
    Map<String, Integer> intensities,
    Map<String, Integer> sentences,
    Map<String, Integer> extensions,
    Map<Rejected.Kind, Integer> rejected,
    OptionalDouble seconds,
    Map<Path, String> unreadable) {

  private static final String NOT_STATED = "not stated";

  /** Tells how long a recording is. */
  @FunctionalInterface
  public interface Durations {
    /**
     * Duration of a clip in seconds.
     *
     * @throws IOException if it is no readable recording; the message is for the user
     */
    double seconds(Utterance clip) throws IOException;
  }

  /** Hears how far a measurement has come. */
  @FunctionalInterface
  public interface Progress {
    /** So many of all files are done. */
    void done(int files, int all);
  }

  /** Counts, without opening any audio file. */
  public static CorpusSummary of(Corpus corpus) {
    List<Utterance> clips = corpus.utterances();
    Map<Emotion, Integer> emotions = new EnumMap<>(Emotion.class);
    clips.forEach(clip -> emotions.merge(clip.emotion(), 1, Integer::sum));
    Map<Rejected.Kind, Integer> rejected = new EnumMap<>(Rejected.Kind.class);
    corpus.rejected().forEach(file -> rejected.merge(file.kind(), 1, Integer::sum));
    return new CorpusSummary(
        corpus.id(),
        clips.size(),
        Collections.unmodifiableMap(emotions),
        count(clips, Utterance::speaker),
        count(Speaker.of(clips), Speaker::sex),
        count(clips, clip -> Speaker.of(List.of(clip)).get(0).sex()),
        count(clips, clip -> Objects.requireNonNullElse(clip.intensity(), NOT_STATED)),
        count(clips, clip -> Objects.requireNonNullElse(clip.sentence(), NOT_STATED)),
        count(clips, clip -> AudioFiles.extension(clip.path())),
        Collections.unmodifiableMap(rejected),
        OptionalDouble.empty(),
        Map.of());
  }

  /** Counts, and adds up the durations of all clips; the progress is told after each file. */
  public static CorpusSummary of(Corpus corpus, Durations durations, Progress progress) {
    double seconds = 0;
    Map<Path, String> unreadable = new TreeMap<>();
    List<Utterance> clips = corpus.utterances();
    for (int i = 0; i < clips.size(); i++) {
      Path file = clips.get(i).path();
      try {
        seconds += durations.seconds(clips.get(i));
      } catch (IOException e) {
        unreadable.put(file, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
      }
      progress.done(i + 1, clips.size());
    }
    return of(corpus).with(OptionalDouble.of(seconds), unreadable);
  }

  private CorpusSummary with(OptionalDouble seconds, Map<Path, String> unreadable) {
    return new CorpusSummary(
        id,
        clips,
        emotions,
        speakers,
        speakersBySex,
        clipsBySex,
        intensities,
        sentences,
        extensions,
        rejected,
        seconds,
        Collections.unmodifiableMap(unreadable));
  }

  private static <T> Map<String, Integer> count(List<T> elements, Function<T, String> key) {
    Map<String, Integer> counts = new TreeMap<>();
    elements.forEach(element -> counts.merge(key.apply(element), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }
}
