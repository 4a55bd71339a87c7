package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.emotone.Familiarity;
import org.emotone.FeatureSummary;
import org.emotone.Guard;
import org.emotone.ModelBundle;
import org.emotone.audio.Audio;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.reader.Corpora;
import org.emotone.features.FrontEnd;
import org.emotone.features.Gemaps;
import org.emotone.features.Length;
import org.emotone.features.Normalisation;
import org.emotone.features.gemaps.GemapsSet;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class GuardingTest {

  private static final int ACTORS = 21;

  private static final String RECIPE =
      """
      name: guarded
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry]}
      split: {type: speakers, test: ['ravdess:21']}
      validationSpeakers: 5
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20}}
      network:
        - {type: channels}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training: {epochs: 1, batchSize: 32, cropFrames: 40, threads: 1}
      augmentation: [{type: noise, snrDb: [0, 10], p: 0.5}]
      """;

  private final Path corpus;
  private final FeatureCache cache;
  private final Recipe recipe;
  private final ModelBundle trained;
  private final Set<String> validation;

  GuardingTest(@TempDir Path work) throws Exception {
    corpus = ToneCorpus.write(work.resolve("tones"), ACTORS);
    cache = new FeatureCache(work.resolve("cache"), 2);
    recipe = RecipeFile.parse("guarded.yaml", RECIPE);
    RunRecord run =
        new Training(cache, RunListener.SILENT, f -> "#", RunArtifacts.NONE, Clock.systemUTC())
            .run(
                recipe,
                new RunRequest(Map.of("ravdess", corpus), null),
                new RunFolder(work.resolve("run")),
                new StopFlag());
    trained = ModelBundle.read(run.folder().model());
    Matcher speakers =
        Pattern.compile("validation on ([^()]*) \\(").matcher(trained.manifest().protocol());
    assertThat(speakers.find()).isTrue();
    validation = Set.of(speakers.group(1).split(", "));
  }

  private List<Corpus> corpora() throws IOException {
    return List.of(Corpora.byId("ravdess").read(corpus));
  }

  private Guard fitted(Recipe by) throws IOException, InterruptedException {
    ModelBundle bare =
        new ModelBundle(trained.manifest().withGuard(null), trained.network(), trained.card());
    return Objects.requireNonNull(
        new Guarding(cache, RunListener.SILENT)
            .guarded(bare, corpora(), validation, by)
            .manifest()
            .usableGuard());
  }

  private double strangeness(Guard guard, Waveform sound) {
    FrontEnd frontEnd = trained.manifest().frontEnd();
    return new Familiarity(guard).strangeness(FeatureSummary.of(frontEnd.extract(sound)));
  }

  @Test
  void aModelThatIsGuardedLaterHasTheGuardThatItsTrainingGaveIt() throws Exception {
    assertThat(validation).hasSize(5);
    assertThat(trained.manifest().usableGuard()).isNotNull().isEqualTo(fitted(recipe));
  }

  @Test
  void whatTheTrainingDidToItsClipsIsFamiliarOnlyWithItsRecipe() throws Exception {
    Waveform clip = Audio.read(corpora().get(0).utterances().get(0).path());
    Chain noise =
        new Chain(RecipeFile.parseAugmentation("noise", "[{type: noise, snrDb: [5, 5]}]"));
    Waveform noisy = Chain.apply(clip, noise.drawSound(new SplittableRandom(5)));
    Guard with = fitted(recipe);
    Guard without =
        fitted(RecipeFile.parse("plain.yaml", RECIPE.substring(0, RECIPE.indexOf("augmentation"))));
    assertThat(strangeness(without, clip)).isLessThan(1);
    assertThat(strangeness(with, clip)).isLessThan(1);
    assertThat(strangeness(without, noisy)).isGreaterThan(1);
    assertThat(strangeness(with, noisy)).isLessThan(1);
  }

  @Test
  void featuresOfOneRowHaveNoGuard() throws Exception {
    FrontEnd row =
        FrontEnd.of(
            16_000,
            null,
            new Gemaps(GemapsSet.GEMAPS_V01B),
            Normalisation.NONE,
            Length.of(1, 1, null, null, null));
    List<Corpus> corpora = corpora();
    assertThat(
            new Guarding(cache, RunListener.SILENT)
                .guard(
                    row,
                    Chain.NONE,
                    1,
                    corpora.get(0).utterances().subList(0, 100),
                    corpora.get(0).utterances().subList(100, 140)))
        .isEmpty();
  }

  @Test
  void tooFewClipsAreToldWithHowManyAreNeeded() {
    assertThatThrownBy(
            () ->
                new Guarding(cache, RunListener.SILENT)
                    .guarded(trained, corpora(), Set.of("ravdess:99"), null))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("0 of the validation speakers: it needs 100 and 40");
  }
}
