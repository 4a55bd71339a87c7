package org.emotone.training.robustness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.corpus.files.AudioFiles;
import org.emotone.features.FrontEnd;

/**
 * Lets a model hear what it should not be sure about: the sounds of {@link Strange}, and recordings
 * of others.
 */
final class Strangers {

  /** How many sounds of each sort are made. */
  private static final int SOUNDS = 50;

  /** Voices that a sound is made of, at most. */
  private static final int VOICES = 6;

  private final Recognizer recognizer;
  private final Voices voices;
  private final long seed;

  Strangers(Recognizer recognizer, Voices voices, long seed) {
    this.recognizer = recognizer;
    this.voices = voices;
    this.seed = seed;
  }

  /** How many sounds will be heard besides recordings. */
  static int sounds() {
    return SOUNDS * Strange.values().length;
  }

  /**
   * Hears everything.
   *
   * @param recorded folders of recordings, by what is in them
   * @param clips the clips as recorded, which the sounds are held against
   * @throws IOException if a recording cannot be read, or a folder has none; one line
   */
  List<StrangeScore> scores(Map<String, Path> recorded, List<StrangeScore.Reply> clips)
      throws IOException {
    List<StrangeScore> scores = new ArrayList<>();
    for (Strange sort : Strange.values()) {
      SplittableRandom random = new SplittableRandom(seed + sort.name().hashCode());
      List<Waveform> sounds = new ArrayList<>();
      for (int i = 0; i < SOUNDS; i++) {
        sounds.add(sort.make(voices(i), random.split()));
      }
      List<StrangeScore.Reply> replies = sounds.parallelStream().map(this::reply).toList();
      scores.add(StrangeScore.of(sort.words(), clips, replies));
    }
    for (Map.Entry<String, Path> folder : recorded.entrySet()) {
      scores.add(StrangeScore.of(folder.getKey(), clips, recordings(folder.getValue())));
    }
    return scores;
  }

  private List<StrangeScore.Reply> recordings(Path folder) throws IOException {
    List<StrangeScore.Reply> replies = new ArrayList<>();
    for (Path file : AudioFiles.under(folder)) {
      replies.add(reply(Audio.read(file)));
    }
    if (replies.isEmpty()) {
      throw new IOException(folder + ": no audio file in this folder of strange sounds");
    }
    return replies;
  }

  /** Some of the voices, beginning with another one each time. */
  private List<Waveform> voices(int first) {
    List<Waveform> some = new ArrayList<>();
    int all = voices.all().size();
    for (int i = 0; i < Math.min(VOICES, all); i++) {
      some.add(voices.all().get((first + i) % all).sound());
    }
    return some;
  }

  /** What is answered to a sound. */
  StrangeScore.Reply reply(Waveform sound) {
    Recognition heard = recognizer.recognize(sound);
    boolean guarded = recognizer.model().manifest().usableGuard() != null;
    return new StrangeScore.Reply(
        heard.certain(),
        heard.familiar(),
        heard.best().probability(),
        guarded ? strangeness(sound) : null);
  }

  private double strangeness(Waveform sound) {
    FrontEnd frontEnd = recognizer.model().manifest().frontEnd();
    return recognizer.scores(List.of(frontEnd.extract(sound))).get(0).strangeness();
  }
}
