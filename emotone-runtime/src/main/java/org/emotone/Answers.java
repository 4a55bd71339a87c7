package org.emotone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.emotone.audio.signal.Quality;

/** Makes recognitions of probabilities, as a model's manifest says. */
final class Answers {

  private final Manifest manifest;
  private final String name;

  /**
   * Of a model.
   *
   * @param name what recognitions call it
   */
  Answers(Manifest manifest, String name) {
    this.manifest = manifest;
    this.name = name;
  }

  /**
   * What a model makes of a clip.
   *
   * @param heard what the network makes of it
   * @param ofReading what the reader of the file had to say
   * @param timings what it took
   */
  Recognition recognition(
      ClipScores heard, Quality quality, List<String> ofReading, Timings timings) {
    List<Score> scores = ranked(heard.probabilities());
    List<String> warnings = new ArrayList<>(ofReading);
    warnings.addAll(manifest.warnings(quality));
    boolean familiar = heard.strangeness() <= 1;
    if (!familiar && !quality.silent()) {
      warnings.add(Recognition.STRANGE);
    }
    boolean certain =
        familiar
            && !quality.silent()
            && quality.speechSeconds() > 0
            && scores.get(0).probability() >= manifest.uncertainBelow();
    return new Recognition(scores, certain, quality.seconds(), warnings, quality, name, timings);
  }

  private List<Score> ranked(double[] probabilities) {
    List<Score> scores = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.add(new Score(manifest.classes().get(i), probabilities[i]));
    }
    scores.sort(Comparator.comparingDouble(Score::probability).reversed());
    return scores;
  }
}
