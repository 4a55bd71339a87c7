package org.emotone.training.importance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.classical.Samples;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.Rows;
import org.emotone.training.run.RunListener;
import org.emotone.training.run.RunRequest;
import org.emotone.training.run.ToneCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportanceTest {

  private static Recipe recipe(String from, String to) throws RecipeException {
    return RecipeFile.parse("made-up.yaml", Tables.RECIPE.replace(from, to));
  }

  private static ImportanceResult of(boolean drop, String... groups) throws Exception {
    return new Importance(List.of(1L, 2L), 5, drop)
        .of(recipe("", ""), seed -> Tables.of(seed, 60, groups), words -> {});
  }

  @Test
  void whatTheClassifierGoesByStandsAboveNoise() throws Exception {
    ImportanceResult result = of(false, "noise", "known", "noise");

    assertThat(result.uar()).isGreaterThan(0.95);
    assertThat(result.rows()).extracting(ImportanceResult.Row::group).contains("known", "noise");
    ImportanceResult.Row known = result.rows().get(0);
    assertThat(known.group()).isEqualTo("known");
    // Permuted, half of the clips get the value of the other class.
    ImportanceResult.Change permuted = requireNonNull(known.permuted());
    assertThat(permuted.loss()).isCloseTo(0.5, within(0.12));
    assertThat(requireNonNull(permuted.interval()).lower()).isGreaterThan(0.2);
    assertThat(known.deviation()).isBetween(0.001, 0.2);
    ImportanceResult.Row noise = result.rows().get(1);
    assertThat(noise.features()).isEqualTo(2);
    assertThat(requireNonNull(noise.permuted()).loss()).isCloseTo(0, within(0.05));
    assertThat(known.without()).isNull();
    assertThat(result.answers()).isEqualTo(120);
    assertThat(result.speakers()).isEqualTo(5);
  }

  @Test
  void aGroupThatAnotherCanReplaceIsMissedByNobodyWhenItIsLeftOut() throws Exception {
    ImportanceResult result = of(true, "known", "copy", "noise");

    Map<String, ImportanceResult.Row> rows = new HashMap<>();
    result.rows().forEach(row -> rows.put(row.group(), row));
    ImportanceResult.Row known = requireNonNull(rows.get("known"));
    assertThat(requireNonNull(known.permuted()).loss()).isGreaterThan(0.05);
    assertThat(requireNonNull(known.without()).loss()).isCloseTo(0, within(0.05));
    assertThat(requireNonNull(known.alone()).uar()).isGreaterThan(0.9);
    ImportanceResult.Row noise = requireNonNull(rows.get("noise"));
    assertThat(requireNonNull(noise.alone()).uar()).isCloseTo(0.5, within(0.2));
    assertThat(result.toText())
        .contains(
            "fitted without it", "5 permutations", "2 seeds (1, 2)", "No test clip was heard");
    assertThat(result.toCsv()).hasLineCount(4);
  }

  @Test
  void permutingMovesWholeGroupsAndLeavesAllOthers() {
    List<FeatureMatrix> clips = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      clips.add(new FeatureMatrix(new float[] {i, i, i}, 1, 3));
    }
    Samples samples = new Samples(clips, new int[30], 2);

    Samples permuted = Importance.permuted(samples, new int[] {0, 2}, new Random(1));

    int moved = 0;
    double sum = 0;
    for (int i = 0; i < 30; i++) {
      FeatureMatrix clip = permuted.clips().get(i);
      assertThat(clip.get(0, 1)).isEqualTo(i);
      assertThat(clip.get(0, 0)).isEqualTo(clip.get(0, 2));
      moved += clip.get(0, 0) == i ? 0 : 1;
      sum += clip.get(0, 0);
    }
    assertThat(moved).isGreaterThan(20);
    assertThat(sum).isEqualTo(435);
    assertThat(samples.clips().get(5).get(0, 0)).isEqualTo(5);
  }

  @Test
  void whatCannotBeAskedIsRefusedInOneLine() {
    String classifier = "classifier: {type: svm, kernel: linear, c: 10}";
    assertThatThrownBy(() -> refused(classifier, "classifier: {type: svm, c: [1, 10]}"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("give single values");
    assertThatThrownBy(
            () ->
                refused(
                    classifier,
                    "network: [{type: channels}, {type: statisticsPool}, {type: dense, units: 2}]"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no classifier of rows");
    assertThatThrownBy(() -> refused(classifier, classifier + "\nscaler: {pca: 0.9}"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("leave pca out");
    assertThatThrownBy(
            () ->
                refused(
                    "{type: speakers, test: ['ravdess:01']}",
                    "{type: speakerFolds, folds: 3, fold: 1}"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("drawn by the seed");
    assertThatThrownBy(() -> of(false, "known", "known"))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("of one group, known");
    assertThatThrownBy(() -> new Importance(List.of(1L, 1L), 5, false))
        .hasMessageContaining("none twice");
  }

  private static void refused(String from, String to) throws Exception {
    new Importance(List.of(1L, 2L), 5, false)
        .of(recipe(from, to), seed -> Tables.of(seed, 60, "known", "noise"), words -> {});
  }

  @Test
  void rowsOfARecipeHoldNoClipOfATestSpeaker(@TempDir Path work) throws Exception {
    Path tones = ToneCorpus.write(work.resolve("tones"), 6);
    Recipe recipe =
        recipe("{classes: [happy, sad]}", "{classes: [happy, sad]}\nvalidationSpeakers: 2");
    RunRequest request = new RunRequest(Map.of("ravdess", tones), null);
    FeatureCache cache = new FeatureCache(work.resolve("cache"), 2);

    Rows rows = Rows.read(recipe, request, cache, new RunListener() {});

    // Six actors, of whom one is the test and two are the validation, with four clips each.
    assertThat(rows.train().size()).isEqualTo(12);
    assertThat(rows.heldOut().size()).isEqualTo(8);
    assertThat(rows.clips()).extracting(Utterance::speaker).doesNotContain("ravdess:01");
    assertThat(rows.sharedSpeakers()).isZero();
    assertThat(rows.coefficients()).hasSize(193);
    assertThat(rows.train().columns(new int[] {7, 3}).clips().get(0).values())
        .containsExactly(
            rows.train().clips().get(0).get(0, 7), rows.train().clips().get(0).get(0, 3));
    assertThat(Arrays.stream(rows.heldOut().labels()).sum()).isEqualTo(4);
  }
}
