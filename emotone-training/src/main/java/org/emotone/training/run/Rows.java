package org.emotone.training.run;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.set.Coefficient;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.recipe.Recipe;

/**
 * The clips of a recipe as rows of scaled features, the mean over the frames of each: what studies
 * of features fit classifiers on, many times over. The test is not among them.
 *
 * @param classes in the order of the labels
 * @param coefficients the columns
 * @param train clips to learn from, a row each
 * @param heldOut the validation clips, a row each
 * @param clips the validation clips themselves
 * @param sharedSpeakers how many speakers of the validation the training has heard
 */
public record Rows(
    List<String> classes,
    List<Coefficient> coefficients,
    Samples train,
    Samples heldOut,
    List<Utterance> clips,
    int sharedSpeakers) {

  /** Copies the lists. */
  public Rows {
    classes = List.copyOf(classes);
    coefficients = List.copyOf(coefficients);
    clips = List.copyOf(clips);
  }

  /**
   * Reads corpora, computes features (or takes them from the cache), divides, and scales by the
   * training clips.
   *
   * @param request where the corpora are; the test is left alone whatever it says
   * @throws InterruptedException if stopping was asked for
   */
  public static Rows read(
      Recipe recipe, RunRequest request, FeatureCache cache, RunListener listener)
      throws IOException, InterruptedException {
    MaterialReader reader = new MaterialReader(cache, listener, new StopFlag());
    Material material = reader.read(recipe, request.leavingTestAlone());
    List<Utterance> train = material.split().train();
    List<Utterance> heldOut = material.split().validation();
    var heard = train.stream().map(Utterance::speaker).collect(Collectors.toSet());
    long shared =
        heldOut.stream().map(Utterance::speaker).filter(heard::contains).distinct().count();
    return new Rows(
        material.scheme().classes(),
        Coefficient.of(recipe.frontEnd().features()),
        samples(material, train),
        samples(material, heldOut),
        heldOut,
        (int) shared);
  }

  private static Samples samples(Material material, List<Utterance> clips) {
    List<FeatureMatrix> rows =
        clips.stream()
            .map(material::featuresOf)
            .map(Samples::row)
            .map(row -> new FeatureMatrix(row, 1, row.length))
            .toList();
    return new Samples(rows, material.labels(clips), material.scheme().classes().size());
  }
}
