package org.emotone.server.web;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.emotone.Recognition;
import org.emotone.Recognizer;

/**
 * What the shipped model says of a sample, in the words of the page: tests of the page are not to
 * hang on one model's answers.
 *
 * @param emotion the most probable, such as {@code Angry}
 * @param share its probability, such as {@code 64%}
 * @param certain whether the answer is given as certain
 */
record Heard(String emotion, String share, boolean certain) {

  private static final Path MODEL = Path.of("..", "models", "default.emotone");

  private static final List<String> SAMPLES =
      List.of(
          "calm-man.wav",
          "cheerful-woman.wav",
          "fearful-woman.wav",
          "flat-man.wav",
          "german-man.wav",
          "loud-man.wav",
          "sad-woman.wav");

  static Heard of(String sample) {
    try (Recognizer recognizer = Recognizer.open(MODEL)) {
      Recognition heard = recognizer.recognize(Site.sample(sample));
      String label = heard.best().label();
      return new Heard(
          label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1),
          Math.round(100 * heard.best().probability()) + "%",
          heard.certain());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A sample that the model is not certain of. */
  static String uncertain() {
    return SAMPLES.stream().filter(sample -> !of(sample).certain()).findFirst().orElseThrow();
  }

  /** A sample that the model is certain of. */
  static String sure() {
    return SAMPLES.stream().filter(sample -> of(sample).certain()).findFirst().orElseThrow();
  }

  /** What stands in the middle of the gauge. */
  String words() {
    return certain ? emotion : "Uncertain";
  }
}
