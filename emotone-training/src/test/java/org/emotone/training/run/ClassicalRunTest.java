package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.ModelBundle;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes with a classifier, run on tones. */
class ClassicalRunTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: emotions7
      split:
        type: speakers
        test: [ravdess:05, ravdess:06]
        validation: [ravdess:03, ravdess:04]
      frontEnd: {preset: p1}
      scaler: {kind: standard}
      classifier: {type: svm, c: [0.01, 1]}
      """;

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
  private final Path work;
  private Path corpus = Path.of("");

  ClassicalRunTest(@TempDir Path work) {
    this.work = work;
  }

  @BeforeEach
  void makeTones() throws IOException {
    corpus = ToneCorpus.write(work.resolve("tones"), 6);
  }

  private static Recipe parse(String yaml) throws RecipeException {
    return RecipeFile.parse("tones.yaml", yaml);
  }

  private RunRecord run(String yaml, String name, RunListener listener) throws Exception {
    FeatureCache cache = new FeatureCache(work.resolve("cache"), 2);
    Training training =
        new Training(cache, listener, CardFacts::keptWords, RunArtifacts.NONE, clock);
    RunRequest request = new RunRequest(Map.of("ravdess", corpus), null);
    return training.run(parse(yaml), request, new RunFolder(work.resolve(name)), new StopFlag());
  }

  @Test
  void leavesAModelThatAnswersOfAFileAsTheRecordSays() throws Exception {
    List<String> tried = new ArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void candidateEnded(String words, EpochMetrics metrics) {
            tried.add(words);
          }
        };
    RunRecord run = run(RECIPE, "svm", listener);
    assertThat(tried).containsExactly("c 0.01", "c 1");
    assertThat(run.keptWords()).endsWith("the best of 2 on the validation");
    assertThat(Objects.requireNonNull(run.evaluation()).uar()).isGreaterThan(0.9);
    assertThat(ModelBundle.read(run.folder().model()).card()).isEqualTo(run.keptWords());
    List<String> rows = Files.readAllLines(run.folder().predictions());
    Corpus tones = Corpora.byId("ravdess").read(corpus);
    try (Recognizer recognizer = Recognizer.open(run.folder().model())) {
      for (String row : rows.subList(1, rows.size())) {
        String[] fields = row.split(",", -1);
        Path file =
            tones.utterances().stream()
                .filter(clip -> clip.name().equals(fields[0]))
                .findFirst()
                .orElseThrow()
                .path();
        Recognition heard = recognizer.recognize(file);
        assertThat(heard.best().label()).isEqualTo(fields[3]);
        int place = recognizer.model().manifest().classes().indexOf(fields[3]);
        assertThat(Double.parseDouble(fields[4 + place]))
            .isCloseTo(heard.best().probability(), within(1e-5));
      }
    }
  }

  @Test
  void isMeasuredAgainAsItWas() throws Exception {
    RunRecord run = run(RECIPE, "svm", RunListener.SILENT);
    Evaluator evaluator =
        new Evaluator(new FeatureCache(work.resolve("cache"), 1), RunListener.SILENT);
    Evaluation again =
        evaluator
            .evaluate(
                ModelBundle.read(run.folder().model()),
                List.of(Corpora.byId("ravdess").read(corpus)),
                Evaluator.Part.HELD_OUT)
            .evaluation();
    assertThat(again.confusion()).isEqualTo(Objects.requireNonNull(run.evaluation()).confusion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: minMax}",
        "{kind: robust, clip: 4}",
        "{kind: standard, per: speaker}",
        "{kind: standard, pca: 0.9}",
        "{kind: standard, per: speaker, pca: 0.9}"
      })
  void learnsFromFeaturesHoweverScaled(String scaler) throws Exception {
    RunRecord run = run(RECIPE.replace("{kind: standard}", scaler), "run", RunListener.SILENT);
    Evaluation evaluation = Objects.requireNonNull(run.evaluation());
    assertThat(evaluation.uar()).isGreaterThan(0.9);
    assertThat(evaluation.conditions().protocol().contains("each speaker's own statistics"))
        .isEqualTo(scaler.contains("speaker"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: randomForest, trees: 30}",
        "{type: gradientBoosting, rounds: 20}",
        "{type: nearestNeighbours, k: [1, 3]}",
        "{type: linearDiscriminant, shrinkage: 0.5}",
        "{type: bagging, of: {type: logisticRegression}, times: 3}"
      })
  void runsWhateverClassifierTheRecipeNames(String classifier) throws Exception {
    RunRecord run =
        run(RECIPE.replace("{type: svm, c: [0.01, 1]}", classifier), "run", RunListener.SILENT);
    assertThat(Objects.requireNonNull(run.evaluation()).uar()).isGreaterThan(0.9);
  }

  @Test
  void hiddenMarkovModelsLearnFromFrames() throws Exception {
    String yaml =
        RECIPE
            .replace(
                "{preset: p1}", "{features: {type: mfcc, coefficients: 6}, normalisation: none}")
            .replace("{type: svm, c: [0.01, 1]}", "{type: gmmHmm, states: 2, mixtures: [1, 2]}");
    RunRecord run = run(yaml, "hmm", RunListener.SILENT);
    assertThat(Objects.requireNonNull(run.evaluation()).uar()).isGreaterThan(0.9);
  }

  @Test
  void aNetworkLearnsFromPrincipalComponents() throws Exception {
    String yaml =
        RECIPE
            .replace("{kind: standard}", "{kind: standard, pca: 0.9}")
            .replaceAll(
                "(?m)^classifier:.*$",
                "network: [{type: image}, {type: foldFrequency}, {type: statisticsPool},"
                    + " {type: dense, units: 7}]\ntraining: {epochs: 1, cropFrames: 1, threads: 1}");
    RunRecord run = run(yaml, "network", RunListener.SILENT);
    assertThat(ModelBundle.read(run.folder().model()).manifest().frontEnd().coefficients())
        .isLessThan(40);
  }

  @Test
  void withoutATestTheValidationIsNotLearnedFrom() throws Exception {
    String yaml =
        RECIPE
            .replaceAll(
                "(?s)split:.*frontEnd", "split: {type: all}\nvalidationSpeakers: 2\nfrontEnd")
            .replace("svm, c: [0.01, 1]", "nearestNeighbours, k: 1");
    RunRecord run = run(yaml, "all", RunListener.SILENT);
    // One neighbour of 32 clips that train; with the 16 of the validation there would be 48.
    assertThat(ModelBundle.read(run.folder().model()).manifest().provenance().parameters())
        .isEqualTo(32 * 41);
  }

  @Test
  void theRecordHoldsTheRecipeWithoutWhatIsForNetworks() throws Exception {
    Recipe recipe = parse(RECIPE);
    String written = RecipeFile.write(recipe);
    assertThat(written).doesNotContain("network:").doesNotContain("training:").contains("refit:");
    assertThat(parse(written)).isEqualTo(recipe);
  }

  @Test
  void aRecipeHasANetworkOrAClassifier() {
    assertThatThrownBy(() -> parse(RECIPE + "network: [{type: dense, units: 7}]\n"))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("a network or a classifier");
    assertThatThrownBy(() -> parse(RECIPE.replaceAll("(?m)^classifier:.*$", "")))
        .hasMessageContaining("network");
    assertThatThrownBy(() -> parse(RECIPE.replace("type: svm", "type: swm")))
        .hasMessageContaining("svm");
  }

  @Test
  void tooManyCoefficientsForComponentsAreRefusedInALine() {
    String yaml =
        RECIPE.replace("p1}", "p13b}").replace("{kind: standard}", "{kind: standard, pca: 0.9}");
    assertThatThrownBy(() -> run(yaml, "wide", RunListener.SILENT))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("1024");
  }
}
