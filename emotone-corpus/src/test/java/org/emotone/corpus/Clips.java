package org.emotone.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.corpus.Utterance.Sex;
import org.jspecify.annotations.Nullable;

/** Clips without files. */
public final class Clips {

  private Clips() {}

  /** One clip of a woman, its sentence named like the emotion. */
  public static Utterance clip(String corpus, String speaker, String id, Emotion emotion) {
    return clip(corpus, speaker, Sex.FEMALE, id, emotion);
  }

  /** One clip, its sentence named like the emotion. */
  public static Utterance clip(
      String corpus, String speaker, @Nullable Sex sex, String id, Emotion emotion) {
    return new Utterance(
        corpus,
        id,
        Path.of(id + ".wav"),
        corpus + ":" + speaker,
        sex,
        null,
        "en",
        emotion,
        emotion.id(),
        null,
        corpus + ":" + emotion.id(),
        null);
  }

  /** Speakers, the odd ones male, each saying so many clips of each of three emotions. */
  public static List<Utterance> corpus(String corpus, int speakers, int clips) {
    List<Utterance> all = new ArrayList<>();
    for (int s = 1; s <= speakers; s++) {
      for (Emotion emotion : List.of(Emotion.HAPPY, Emotion.SAD, Emotion.ANGRY)) {
        for (int c = 0; c < clips; c++) {
          String speaker = String.format("%02d", s);
          String id = corpus + "-" + speaker + "-" + emotion.id() + "-" + c;
          all.add(clip(corpus, speaker, s % 2 == 1 ? Sex.MALE : Sex.FEMALE, id, emotion));
        }
      }
    }
    return all;
  }
}
