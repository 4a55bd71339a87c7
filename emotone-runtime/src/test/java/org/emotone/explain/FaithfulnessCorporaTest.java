package org.emotone.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.features.FeatureMatrix;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Deletion on real clips of speakers whom the default model has not heard: what is marked as most
 * relevant must matter more than what is drawn by chance, and that more than what is marked as
 * least relevant. 48 clips of RAVDESS; prints the figures of docs/explanation.md.
 */
@Tag("corpora")
class FaithfulnessCorporaTest {

  private static final double SHARE = 0.2;
  private static final int EVERY = 5;
  private static final int DRAWS = 3;

  @Test
  void theMostRelevantFifthMattersMoreThanAnyOther() throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (Recognizer recognizer = Recognizer.open(Path.of("../models/default.emotone"))) {
      for (Path clip : clips()) {
        rows.add(deletions(recognizer, clip));
      }
    }
    String[] names = {"whole", "most", "random cells", "random patches", "least"};
    double[] means = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      int column = i;
      means[i] = rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
      long worse = rows.stream().filter(row -> row[1] < row[column]).count();
      System.out.printf(
          Locale.ROOT,
          "%-15s mean probability %.3f, lower without the most relevant in %d of %d clips%n",
          names[i],
          means[i],
          worse,
          rows.size());
    }
    assertThat(means[1]).isLessThan(means[2] - 0.1).isLessThan(means[3] - 0.1);
    assertThat(means[2]).isLessThan(means[4]);
    assertThat(means[3]).isLessThan(means[4]);
  }

  private static List<Path> clips() throws IOException {
    String corpora = System.getenv("EMOTONE_CORPORA");
    assertThat(corpora).as("EMOTONE_CORPORA, the folder of the corpora").isNotNull();
    List<Path> all = new ArrayList<>();
    for (String actor : List.of("01", "11", "20", "21")) {
      try (Stream<Path> files = Files.list(Path.of(corpora, "ravdess", "Actor_" + actor))) {
        files.sorted().forEach(all::add);
      }
    }
    return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get).toList();
  }

  /** The probability of the best class: whole, without most, random cells and patches, least. */
  private static double[] deletions(Recognizer recognizer, Path clip) throws IOException {
    FeatureMatrix features = recognizer.model().manifest().frontEnd().extract(Audio.read(clip));
    double[] probabilities = recognizer.clipProbabilities(features);
    int best =
        IntStream.range(0, probabilities.length)
            .reduce(0, (a, b) -> probabilities[b] > probabilities[a] ? b : a);
    String label = recognizer.model().manifest().classes().get(best);
    Occlusion occlusion = Occlusion.of(features);
    Relevance relevance = occlusion.relevance(recognizer, features, label, Occlusion.Listener.NONE);
    double[] row = new double[5];
    row[0] = relevance.probability();
    row[1] = without(recognizer, features, label, relevance.most(SHARE));
    row[4] = without(recognizer, features, label, relevance.least(SHARE));
    Random random = new Random(clip.getFileName().toString().hashCode());
    for (int draw = 0; draw < DRAWS; draw++) {
      boolean[] cells = cells(features, 1, 1, random);
      boolean[] patches =
          cells(features, occlusion.patchFrames(), occlusion.patchCoefficients(), random);
      row[2] += without(recognizer, features, label, cells) / DRAWS;
      row[3] += without(recognizer, features, label, patches) / DRAWS;
    }
    return row;
  }

  private static double without(
      Recognizer recognizer, FeatureMatrix features, String label, boolean[] cells) {
    return Occlusion.probabilityWithout(recognizer, features, label, cells);
  }

  /** A fifth of the cells, in patches of a size. */
  private static boolean[] cells(FeatureMatrix features, int tall, int wide, Random random) {
    int columns = features.coefficients();
    List<int[]> places = new ArrayList<>();
    for (int frame = 0; frame < features.frames(); frame += tall) {
      for (int i = 0; i < columns; i += wide) {
        places.add(new int[] {frame, i});
      }
    }
    Collections.shuffle(places, random);
    boolean[] cells = new boolean[features.values().length];
    int left = (int) Math.round(SHARE * cells.length);
    for (int[] place : places) {
      for (int frame = place[0]; frame < Math.min(features.frames(), place[0] + tall); frame++) {
        for (int i = place[1]; i < Math.min(columns, place[1] + wide) && left > 0; i++) {
          cells[frame * columns + i] = true;
          left--;
        }
      }
    }
    return cells;
  }
}
