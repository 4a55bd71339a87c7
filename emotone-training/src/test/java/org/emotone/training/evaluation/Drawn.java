package org.emotone.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sixty judgements of four classes and six speakers, drawn by a linear congruential generator that
 * the reference values were computed with, too.
 */
final class Drawn {

  static final List<String> LABELS = List.of("a", "b", "c", "d");
  static final Conditions CONDITIONS =
      new Conditions(
          "drawn",
          List.of("numbers"),
          "speaker-independent",
          "0 speakers shared",
          0,
          Map.of("calm", 3),
          1,
          7);

  private long state = 42;

  private Drawn() {}

  static List<Judgement> judgements() {
    Drawn drawn = new Drawn();
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int truth = (int) (drawn.next() * 4);
      double[] p = new double[4];
      for (int k = 0; k < 4; k++) {
        p[k] = drawn.next();
      }
      p[truth] += 0.6 * drawn.next();
      double sum = p[0] + p[1] + p[2] + p[3];
      for (int k = 0; k < 4; k++) {
        p[k] /= sum;
      }
      judgements.add(new Judgement("clip" + i, "speaker" + i % 6, truth, p));
    }
    return judgements;
  }

  private double next() {
    state = (state * 1103515245L + 12345) % (1L << 31);
    return (double) state / (1L << 31);
  }
}
