package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.ModelBundle;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("corpora")
class RavdessRunTest {

  private static final String RECIPE =
      """
      name: ravdess-quick
      corpora: [ravdess]
      labels: emotions8
      split: {type: fixed, list: emobox-ravdess, fold: 1}
      validationSpeakers: 4
      frontEnd: {trim: {topDb: 30}, features: {type: logMel, bands: 40}}
      network:
        - {type: image}
        - {type: conv2d, filters: 8, kernel: [3, 3], stride: [2, 2]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: conv2d, filters: 16, kernel: [3, 3], stride: [2, 2]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 8}
      training: {epochs: 3, cropFrames: 200, optimiser: {type: adamW, learningRate: 0.005}}
      """;

  @Test
  void fewEpochsOnTwentyActorsBeatGuessingOnFourOthers(@TempDir Path work) throws Exception {
    Path corpora = corpora();
    FeatureCache cache = new FeatureCache(work.resolve("cache"), 2);
    RunRecord run =
        new Training(cache, RunListener.SILENT, f -> "#", RunArtifacts.NONE, Clock.systemUTC())
            .run(
                RecipeFile.parse("ravdess-quick.yaml", RECIPE),
                new RunRequest(Map.of("ravdess", corpora.resolve("ravdess")), null),
                new RunFolder(work.resolve("run")),
                new StopFlag());
    Evaluation recorded = Objects.requireNonNull(run.evaluation());
    assertThat(recorded.clips()).isEqualTo(240);
    assertThat(recorded.uar()).isGreaterThan(0.17);
    Evaluation again =
        new Evaluator(cache, RunListener.SILENT)
            .evaluate(
                ModelBundle.read(run.folder().model()),
                List.of(Corpora.byId("ravdess").read(corpora.resolve("ravdess"))),
                Evaluator.Part.HELD_OUT)
            .evaluation();
    assertThat(again.confusion()).isEqualTo(recorded.confusion());
    assertThat(again.toText())
        .contains("speaker-independent, 0 speakers shared (20 in training, 4 in test)");
  }

  private static Path corpora() {
    String folder = System.getenv("EMOTONE_CORPORA");
    if (folder == null) {
      throw new IllegalStateException(
          "set EMOTONE_CORPORA to the folder that holds ravdess/ and splits/");
    }
    return Path.of(folder);
  }
}
