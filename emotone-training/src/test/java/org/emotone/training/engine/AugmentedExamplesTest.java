package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.TrainingSet;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Length;
import org.emotone.features.LogMel;
import org.emotone.features.Normalisation;
import org.emotone.network.Network;
import org.emotone.training.augmentation.AugmentedSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class AugmentedExamplesTest {

  private static final FrontEnd FRONT_END =
      FrontEnd.of(
          16_000,
          null,
          LogMel.of(
              null,
              null,
              Samples.COEFFICIENTS,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null,
              null),
          Normalisation.PER_CLIP,
          Length.SPEECH);

  private final Examples examples = Samples.examples(24, 1);
  private final TrainingSet training = Samples.trainingSet(examples);
  private final Set<String> heard = new ConcurrentSkipListSet<>();

  /** Examples whose sound is a noise that their names decide. */
  private AugmentedExamples sounding(String... steps) {
    return new AugmentedExamples(
        new AugmentedSet(training, Samples.chain(steps), FRONT_END, this::sound),
        Samples.named(examples, training));
  }

  private Waveform sound(Utterance clip) {
    heard.add(clip.name());
    SplittableRandom random = new SplittableRandom(clip.name().hashCode());
    float[] samples = new float[6000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
    return new Waveform(samples, 16_000);
  }

  private static final TrainerOptions SHORT =
      Samples.options(
          "{epochs: 2, batchSize: 8, cropFrames: 24, optimiser: {type: adamW, learningRate: 1e-9},"
              + " schedule: {type: constant}}");

  /** No normalisation over batches: its weights hardly move at this rate. */
  private static Network still() {
    return new Network(
        Samples.layer(
            "{type: sequential, layers: [{type: channels}, {type: statisticsPool}, {type: dense,"
                + " units: 3}]}"),
        Samples.COEFFICIENTS,
        Samples.CLASSES);
  }

  @Test
  void validationIsNeverAugmented(@TempDir Path folder) {
    Examples validation = Samples.examples(9, 2);
    TrainingResult plain =
        new Trainer(still(), SHORT, 1, folder.resolve("plain"))
            .fit(examples, validation, Start.fresh(), EpochListener.SILENT, new StopFlag());
    TrainingResult loud =
        new Trainer(still(), SHORT, 1, folder.resolve("loud"))
            .fit(
                sounding("{type: noise, snrDb: 0}", "{type: featureNoise, deviation: 9}"),
                validation,
                Start.fresh(),
                EpochListener.SILENT,
                new StopFlag());
    assertThat(loud.history().get(1).validationLoss())
        .isCloseTo(plain.history().get(1).validationLoss(), within(1e-5));
    assertThat(loud.history().get(1).trainLoss())
        .isNotCloseTo(plain.history().get(1).trainLoss(), within(0.1));
    assertThat(heard)
        .containsExactlyInAnyOrderElementsOf(
            training.utterances().stream().map(Utterance::name).toList());
  }

  @Test
  void augmentedSoundDoesNotDependOnThreadsOrOnWhatWasMadeBefore() {
    AugmentedExamples augmented = sounding("{type: noise}", "{type: pitch, p: 0.5}");
    assertThat(augmented.changesSound()).isTrue();
    Batches batches = new Batches(augmented, SHORT, Samples.CLASSES, 3);
    try (Prefetch prefetch = new Prefetch(batches, 2)) {
      for (int step = 0; step < batches.steps(); step++) {
        assertThat(prefetch.next().features())
            .isEqualTo(
                new Batches(sounding("{type: noise}", "{type: pitch, p: 0.5}"), SHORT, 3, 3)
                    .make(batches.order(2), 2, step)
                    .features());
      }
    }
    assertThat(batches.make(batches.order(1), 1, 0).features())
        .isNotEqualTo(batches.make(batches.order(1), 2, 0).features());
  }

  @Test
  void soundThatIsLeftAloneKeepsTheFeaturesThatWereRead() {
    AugmentedExamples augmented = sounding("{type: noise, p: 0}");
    FeatureMatrix drawn = augmented.draw(5, new SplittableRandom(1));
    assertThat(drawn).isSameAs(examples.features().get(5));
    assertThat(heard).isEmpty();
  }

  @Test
  void otherAugmentationIsAnotherTraining(@TempDir Path folder) {
    new Trainer(still(), SHORT, 1, folder)
        .fit(
            sounding("{type: noise}"),
            examples,
            Start.fresh(),
            EpochListener.SILENT,
            new StopFlag());
    assertThatThrownBy(
            () ->
                new Trainer(still(), SHORT, 1, folder)
                    .fit(
                        sounding("{type: noise, snrDb: 9}"),
                        examples,
                        Start.fresh().resuming(),
                        EpochListener.SILENT,
                        new StopFlag()))
        .hasMessageContaining("its training options or augmentation differ");
  }

  @Test
  void clipThatCannotBeReadStopsWithItsName(@TempDir Path folder) {
    AugmentedExamples broken =
        new AugmentedExamples(
            new AugmentedSet(
                training,
                Samples.chain("{type: noise}"),
                FRONT_END,
                clip -> {
                  throw new IOException(clip.path() + ": is gone");
                }),
            Samples.named(examples, training));
    assertThatThrownBy(
            () ->
                new Trainer(still(), SHORT, 1, folder)
                    .fit(broken, examples, Start.fresh(), EpochListener.SILENT, new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("could not be read for augmentation")
        .hasMessageContaining(".wav: is gone");
  }

  @Test
  void examplesOfOtherClipsAreRefused() {
    AugmentedSet set = new AugmentedSet(training, Samples.chain("{type: featureNoise}"));
    assertThat(set.holds("own:clip3")).isTrue();
    assertThat(set.holds(AugmentedSet.copyName("own:clip3", 2))).isTrue();
    assertThatThrownBy(() -> new AugmentedExamples(set, examples))
        .hasMessageContaining("example 0 is not a clip of the training set");
  }

  private static boolean compiles(String statement) {
    String source =
        """
        import java.util.List;
        import org.emotone.corpus.split.*;
        import org.emotone.training.augmentation.*;
        import org.emotone.training.engine.*;
        class Attempt {
          void attempt(
              Split split, Chain chain, Examples examples, AugmentedExamples train, Trainer trainer) {
            %s;
          }
        }
        """
            .formatted(statement);
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Attempt.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options =
        List.of("-proc:none", "-implicit:none", "-classpath", path, "-d", "target");
    return compiler
        .getTask(
            null,
            compiler.getStandardFileManager(null, null, null),
            problem -> {},
            options,
            null,
            List.of(file))
        .call();
  }

  @Test
  void trainingSetCanBeAugmented() {
    assertThat(
            compiles(
                "new AugmentedExamples(new AugmentedSet(split.trainingSet(), chain), examples)"))
        .isTrue();
    assertThat(compiles("trainer.fit(train, examples, Start.fresh(), null, new StopFlag())"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new AugmentedSet(split.validation(), chain)",
        "new AugmentedSet(split.test(), chain)",
        "new AugmentedSet(split, chain)",
        "new TrainingSet(split.test())",
        "new AugmentedExamples(examples)",
        "AugmentedExamples.plain(examples)",
        "trainer.fit(train, train, Start.fresh(), null, new StopFlag())"
      })
  void validationAndTestCannotBeAugmentedAsTheCompilerSees(String statement) {
    assertThat(compiles(statement)).isFalse();
  }
}
