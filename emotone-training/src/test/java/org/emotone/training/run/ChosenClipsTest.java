package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.emotone.Manifest;
import org.emotone.ModelBundle;
import org.emotone.corpus.reader.Corpora;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose recipe says which clips take part, under which classes, and how they are divided. */
@TestInstance(Lifecycle.PER_CLASS)
class ChosenClipsTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry], map: {calm: neutral}}
      split: {type: speakers, test: ['ravdess:05', 'ravdess:06']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20, maxFrames: 300}}
      network: [{type: channels}, {type: statisticsPool}, {type: dense, units: 4}]
      training: {epochs: 1, batchSize: 8, cropFrames: 40, threads: 1}
      seed: 3
      """;

  private final List<String> notes = new ArrayList<>();
  private Path work = Path.of("");
  private Path corpus = Path.of("");

  @BeforeAll
  void write(@TempDir Path folder) throws IOException {
    work = folder;
    corpus = ToneCorpus.write(work.resolve("tones"), 6);
  }

  private RunRecord run(String name, String from, String to, int classes) throws IOException {
    return run(
        RECIPE
            .replaceFirst("name:.*", "name: " + name)
            .replaceFirst(from, to)
            .replace("units: 4", "units: " + classes),
        Map.of("ravdess", corpus));
  }

  private RunRecord run(String yaml, Map<String, Path> corpora) throws IOException {
    notes.clear();
    RunListener listener =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    Recipe recipe = parse(yaml);
    return new Training(
            new FeatureCache(work.resolve("cache"), 2),
            listener,
            facts -> "# " + facts.manifest().name() + "\n",
            RunArtifacts.NONE,
            Clock.systemUTC())
        .run(
            recipe,
            new RunRequest(corpora, null),
            new RunFolder(work.resolve(recipe.name())),
            new StopFlag());
  }

  private static Recipe parse(String yaml) {
    try {
      return RecipeFile.parse("tones.yaml", yaml);
    } catch (RecipeException e) {
      throw new AssertionError(e);
    }
  }

  private static Evaluation evaluation(RunRecord run) {
    return Objects.requireNonNull(run.evaluation());
  }

  private Evaluation measured(RunRecord run) throws Exception {
    return new Evaluator(new FeatureCache(work.resolve("cache"), 2), RunListener.SILENT)
        .evaluate(
            ModelBundle.read(run.folder().model()),
            List.of(Corpora.byId("ravdess").read(corpus)),
            Evaluator.Part.HELD_OUT)
        .evaluation();
  }

  @Test
  void modelOfSexesIsMeasuredAgainAsItWas() throws Exception {
    RunRecord run = run("sexes", "labels:.*", "labels: sex", 2);
    Manifest manifest = ModelBundle.read(run.folder().model()).manifest();
    assertThat(manifest.classes()).containsExactly("female", "male");
    assertThat(manifest.labelBy()).isEqualTo("sex");
    assertThat(evaluation(run).clips()).isEqualTo(16);
    Evaluation again = measured(run);
    assertThat(again.uar()).isEqualTo(evaluation(run).uar());
    assertThat(again.confusion()).isEqualTo(evaluation(run).confusion());
  }

  @Test
  void softClassesAreLearnedInSharesAndMeasuredByTheLargest() throws Exception {
    RunRecord run = run("soft", "labels:.*", "labels: valence3-soft", 3);
    Manifest manifest = ModelBundle.read(run.folder().model()).manifest();
    assertThat(manifest.labelBy()).isNull();
    assertThat(manifest.classOf("sad")).isEqualTo("negative");
    assertThat(measured(run).confusion()).isEqualTo(evaluation(run).confusion());
  }

  @Test
  void rulesAndBalanceLeaveOutAndSayWhat() throws Exception {
    RunRecord run =
        run(
            "chosen",
            "labels:",
            """
            select: [{withoutSpeakers: ['ravdess:01']}, {of: [ravdess], minSeconds: 0.65}]
            balance: {clipsPerSpeaker: 3}
            labels:""",
            4);
    assertThat(notes)
        .contains(
            "not selected: 8 clips (not speaker not ravdess:01)",
            "not selected of ravdess: 20 clips (not length 0.65 to Infinity s)",
            "balanced: 15 of 20 clips are left (seed 3)");
    assertThat(evaluation(run).clips()).isEqualTo(6);
  }

  @Test
  void rulesThatLeaveNothingAreOneLine() {
    assertThatThrownBy(() -> run("none", "labels:", "select: {emotions: [disgust]}\nlabels:", 4))
        .isInstanceOf(TrainingException.class)
        .hasMessage("the select rules of recipe none leave no clip");
    assertThatThrownBy(
            () -> run("classless", "labels:.*", "labels: {by: nativeLabel, classes: [x, y]}", 2))
        .isInstanceOf(TrainingException.class)
        .hasMessage("no clip of ravdess has one of the classes x, y, which go by nativeLabel");
  }

  @Test
  void randomSplitKeepsTheSpeakersOfTheValidationApartAndIsCalledDependent() throws Exception {
    RunRecord run = run("random", "split:.*", "split: {type: random, testShare: 0.25}", 4);
    assertThat(evaluation(run).conditions().protocol())
        .startsWith("random split (random 0.25 of the clips (seed 3); validation on ravdess:");
    assertThat(evaluation(run).conditions().overlap()).startsWith("speaker-dependent, 5 speakers");
  }

  @Test
  void recordingWithAnAugmentedCopyStaysOnOneSide() throws Exception {
    Path copies = ToneCorpus.write(work.resolve("copies"), 2);
    Path manifest = work.resolve("copies/manifest.csv");
    StringBuilder rows = new StringBuilder("path,label,speaker\n");
    for (String emotion : List.of("03", "04", "05")) {
      String name = "Actor_01/03-01-" + emotion + "-01-01-01-01";
      Path clip = copies.resolve(name + ".wav");
      Files.copy(clip, copies.resolve(name + "_noise.wav"));
      rows.append(name + ".wav," + (emotion.equals("03") ? "happy" : "sad") + ",a\n");
      rows.append(name + "_noise.wav," + (emotion.equals("03") ? "happy" : "sad") + ",a\n");
    }
    Files.writeString(manifest, rows.toString());
    RunRecord run =
        run(
            RECIPE
                .replace("name: tones", "name: recordings")
                .replace("[ravdess]", "[own]")
                .replaceFirst("labels:.*", "labels: {classes: [happy, sad]}")
                .replaceFirst("split:.*", "split: {type: byRecording, testShare: 0.5}")
                .replace("units: 4", "units: 2"),
            Map.of("own", manifest));
    assertThat(evaluation(run).clips()).isIn(2, 4);
    assertThat(evaluation(run).conditions().protocol()).startsWith("split by recording (random");
    List<String> tested =
        ModelBundle.read(run.folder().model()).manifest().corpora().get(0).tested();
    for (String id : tested) {
      String other = id.endsWith("_noise") ? id.replace("_noise", "") : id + "_noise";
      assertThat(tested).contains(other);
    }
  }

  @Test
  void votesOfListenersAreLearnedAndTheIntendedEmotionIsMeasured() throws Exception {
    Path cremad = work.resolve("cremad");
    StringBuilder votes = new StringBuilder("\"\",A,D,F,H,N,S,fileName\n");
    List<Path> tones = tones();
    int row = 100_000;
    for (int actor = 1001; actor <= 1006; actor++) {
      for (String emotion : List.of("ANG", "SAD")) {
        String name = actor + "_IEO_" + emotion + "_XX";
        Path clip = cremad.resolve("AudioWAV").resolve(name + ".wav");
        Files.createDirectories(clip.getParent());
        Files.copy(tones.get(row - 100_000), clip);
        votes.append(++row).append(",3,0,0,0,5,2,").append(name).append('\n');
      }
    }
    Files.writeString(cremad.resolve("tabulatedVotes.csv"), votes.toString());
    String yaml =
        RECIPE
            .replace("name: tones", "name: votes\nlistenerVotes: true")
            .replace("[ravdess]", "[cremad]")
            .replace("ravdess:05", "cremad:1005")
            .replace("ravdess:06", "cremad:1006");
    RunRecord run = run(yaml, Map.of("cremad", cremad));
    assertThat(evaluation(run).clips()).isEqualTo(4);

    Files.delete(cremad.resolve("tabulatedVotes.csv"));
    assertThatThrownBy(
            () -> run(yaml.replace("name: votes", "name: mute"), Map.of("cremad", cremad)))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("tabulatedVotes.csv in the folder of CREMA-D");
  }

  private List<Path> tones() throws IOException {
    return Corpora.byId("ravdess").read(corpus).utterances().stream()
        .map(clip -> clip.path())
        .toList();
  }
}
