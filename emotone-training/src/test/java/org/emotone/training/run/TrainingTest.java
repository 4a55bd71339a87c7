package org.emotone.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.emotone.network.Safetensors;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.engine.EpochMetrics;
import org.emotone.training.engine.StopFlag;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeException;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.recipe.SplitChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class TrainingTest {

  private static final String RECIPE =
      """
      name: tones
      corpora: [ravdess]
      labels: {classes: [neutral, happy, sad, angry], map: {calm: neutral}}
      split: {type: speakers, test: ['ravdess:05', 'ravdess:06']}
      validationSpeakers: 1
      frontEnd: {features: {type: logMel, bands: 16}, length: {minFrames: 20, maxFrames: 300}}
      network:
        - {type: image}
        - {type: conv2d, filters: 4, kernel: [3, 3]}
        - {type: batchNorm}
        - {type: activation, function: relu}
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 4}
      training:
        epochs: 3
        batchSize: 8
        cropFrames: 40
        threads: 1
        optimiser: {type: adamW, learningRate: 0.01}
      seed: 3
      """;

  private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T12:00:00Z"), ZoneOffset.UTC);
  private Path work = Path.of("");
  private Path corpus = Path.of("");
  private FeatureCache cache = new FeatureCache(Path.of(""), 1);
  private Recipe recipe = parse(RECIPE);
  private RunRecord run = new RunRecord(new RunFolder(work), recipe, List.of(), 0, true, null);

  @BeforeAll
  void train(@TempDir Path folder) throws IOException {
    work = folder;
    corpus = ToneCorpus.write(work.resolve("tones"), 6);
    cache = new FeatureCache(work.resolve("cache"), 2);
    run = training(RunListener.SILENT).run(recipe, request(), folder("whole"), new StopFlag());
  }

  private static Recipe parse(String yaml) {
    try {
      return RecipeFile.parse("tones.yaml", yaml);
    } catch (RecipeException e) {
      throw new AssertionError(e);
    }
  }

  private Training training(RunListener listener) {
    return new Training(
        cache, listener, facts -> "# " + facts.manifest().name() + "\n", RunArtifacts.NONE, clock);
  }

  private RunRequest request() {
    return new RunRequest(Map.of("ravdess", corpus), null);
  }

  private RunFolder folder(String name) {
    return new RunFolder(work.resolve(name));
  }

  private Corpus tones() throws IOException {
    return Corpora.byId("ravdess").read(corpus);
  }

  @Test
  void runLeavesModelAndRecord() throws Exception {
    RunFolder folder = run.folder();
    assertThat(run.interrupted()).isFalse();
    assertThat(run.history()).hasSize(3);
    assertThat(Files.readAllLines(folder.metrics()))
        .hasSize(4)
        .element(0)
        .asString()
        .startsWith("epoch,trainLoss,");
    assertThat(RecipeFile.read(folder.recipe())).isEqualTo(recipe);
    assertThat(Files.readAllLines(folder.predictions())).hasSize(17);
    Evaluation evaluation = Evaluation.fromJson(Files.readString(folder.evaluationJson()));
    assertThat(evaluation).isEqualTo(run.evaluation());
    assertThat(evaluation.clips()).isEqualTo(16);
    assertThat(evaluation.conditions().sharedSpeakers()).isZero();
    assertThat(Files.readString(folder.evaluationText()))
        .contains("speaker-independent, 0 speakers shared (4 in training, 2 in test)");
    JsonNode environment = new ObjectMapper().readTree(folder.environment().toFile());
    assertThat(environment.at("/corpora/0/clips").asInt()).isEqualTo(48);
    assertThat(environment.at("/corpora/0/sha256").asText()).hasSize(64);
    assertThat(environment.at("/started").asText()).isEqualTo("2026-01-31T12:00:00Z");
    RunStatus status = RunStatus.read(folder.status());
    assertThat(status.state()).isEqualTo(RunStatus.State.FINISHED);
    assertThat(status.began()).isEqualTo("2026-01-31T12:00:00Z");
    assertThat(status.parameters()).isEqualTo(recipe.build().size());
    assertThat(status.bestEpoch()).isEqualTo(run.bestEpoch());
    assertThat(status.overlap()).isEqualTo(evaluation.conditions().overlap());
    assertThat(status.temperature())
        .isEqualTo(ModelBundle.read(folder.model()).manifest().calibration().temperature());
  }

  @Test
  void errorsAreTheClipsWhosePredictionIsNotTheTruthTheMostConfidentFirst() throws Exception {
    List<String> labels = Objects.requireNonNull(run.evaluation()).confusion().labels();
    List<Judgement> wrong =
        Predictions.read(run.folder().predictions(), labels, Map.of()).stream()
            .filter(judgement -> judgement.predicted() != judgement.truth())
            .toList();
    List<Mistakes.Mistake> mistakes = Mistakes.read(run.folder().errors());
    assertThat(mistakes)
        .extracting(Mistakes.Mistake::clip)
        .containsExactlyInAnyOrderElementsOf(wrong.stream().map(Judgement::clip).toList());
    assertThat(mistakes)
        .extracting(Mistakes.Mistake::confidence)
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(mistakes).allMatch(mistake -> Files.isRegularFile(mistake.file()));
  }

  @Test
  void modelRecordsWhatItHeardAndWhatItWasTestedOn() throws Exception {
    ModelBundle model = ModelBundle.read(run.folder().model());
    assertThat(model.card()).isEqualTo("# tones\n");
    assertThat(model.manifest().classes()).containsExactly("neutral", "happy", "sad", "angry");
    assertThat(model.manifest().classOf("calm")).isEqualTo("neutral");
    assertThat(model.manifest().classOf("fear")).isNull();
    assertThat(model.manifest().corpora().get(0).speakers())
        .containsExactly("ravdess:01", "ravdess:02", "ravdess:03", "ravdess:04");
    assertThat(model.manifest().corpora().get(0).tested()).hasSize(16);
    assertThat(model.manifest().metrics().get("uar"))
        .isEqualTo(Objects.requireNonNull(run.evaluation()).uar());
  }

  @Test
  void recognisingTheFilesGivesTheRecordedPredictions() throws Exception {
    List<String> rows = Files.readAllLines(run.folder().predictions());
    Corpus tones = tones();
    try (Recognizer recognizer = Recognizer.open(run.folder().model())) {
      for (String row : rows.subList(1, rows.size())) {
        String[] fields = row.split(",", -1);
        Path file =
            tones.utterances().stream()
                .filter(clip -> clip.name().equals(fields[0]))
                .findFirst()
                .orElseThrow()
                .path();
        Recognition recognition = recognizer.recognize(file);
        assertThat(recognition.scores().get(0).label()).isEqualTo(fields[3]);
        int index = List.of("neutral", "happy", "sad", "angry").indexOf(fields[3]);
        assertThat(Double.parseDouble(fields[4 + index]))
            .isCloseTo(recognition.scores().get(0).probability(), within(1e-5));
      }
    }
  }

  @Test
  void evaluatingTheModelMeasuresItsHeldOutClipsAgain() throws Exception {
    ModelBundle model = ModelBundle.read(run.folder().model());
    Evaluator evaluator = new Evaluator(cache, RunListener.SILENT);
    Evaluation again =
        evaluator.evaluate(model, List.of(tones()), Evaluator.Part.HELD_OUT).evaluation();
    Evaluation recorded = Objects.requireNonNull(run.evaluation());
    assertThat(again.confusion()).isEqualTo(recorded.confusion());
    assertThat(again.logLoss()).isCloseTo(recorded.logLoss(), within(1e-9));
    assertThat(again.conditions().overlap()).isEqualTo(recorded.conditions().overlap());
    assertThat(again.toText()).contains("speaker-independent, 0 speakers shared");
  }

  @Test
  void evaluatingAllClipsSaysThatSpeakersAreShared() throws Exception {
    ModelBundle model = ModelBundle.read(run.folder().model());
    Evaluation all =
        new Evaluator(cache, RunListener.SILENT)
            .evaluate(model, List.of(tones()), Evaluator.Part.ALL)
            .evaluation();
    assertThat(all.clips()).isEqualTo(48);
    assertThat(all.conditions().overlap()).startsWith("speaker-dependent, 4 speakers shared");
    assertThat(all.conditions().sharedSpeakers()).isEqualTo(4);
    assertThat(all.conditions().protocol()).contains("those of the training among them");
  }

  /** Stops after an epoch. */
  private static final class StopAfter implements RunListener {
    private final int epoch;
    private final StopFlag stop;

    private StopAfter(int epoch, StopFlag stop) {
      this.epoch = epoch;
      this.stop = stop;
    }

    @Override
    public void epochEnded(EpochMetrics metrics) {
      if (metrics.epoch() == epoch) {
        stop.raise();
      }
    }
  }

  @Test
  void stoppedRunResumesToTheSameEnd() throws Exception {
    StopFlag stop = new StopFlag();
    RunFolder folder = folder("stopped");
    RunRecord stopped = training(new StopAfter(1, stop)).run(recipe, request(), folder, stop);
    assertThat(stopped.interrupted()).isTrue();
    assertThat(folder.model()).doesNotExist();
    assertThat(RunStatus.read(folder.status()).state()).isEqualTo(RunStatus.State.INTERRUPTED);
    RunRecord resumed = training(RunListener.SILENT).resume(folder, Map.of(), new StopFlag());
    assertThat(resumed.interrupted()).isFalse();
    assertThat(resumed.evaluation()).isEqualTo(run.evaluation());
    assertThat(Safetensors.read(folder.weights()).tensors())
        .isEqualTo(Safetensors.read(run.folder().weights()).tensors());
    assertThat(withoutSeconds(folder)).isEqualTo(withoutSeconds(run.folder()));
    assertThat(Files.readAllBytes(folder.model()))
        .isEqualTo(Files.readAllBytes(run.folder().model()));
  }

  private static List<String> withoutSeconds(RunFolder folder) throws IOException {
    return Files.readAllLines(folder.metrics()).stream()
        .map(row -> row.substring(0, row.lastIndexOf(',')))
        .toList();
  }

  @Test
  void finishedRunCanBeResumedWithoutHarm() throws Exception {
    byte[] before = Files.readAllBytes(run.folder().model());
    training(RunListener.SILENT).resume(run.folder(), Map.of(), new StopFlag());
    assertThat(Files.readAllBytes(run.folder().model())).isEqualTo(before);
  }

  @Test
  void epochsThatAKilledProcessDidNotComeToWriteAreWrittenWhenItGoesOn() throws Exception {
    StopFlag stop = new StopFlag();
    RunFolder folder = folder("torn");
    training(new StopAfter(2, stop)).run(recipe, request(), folder, stop);
    String rows = Files.readString(folder.metrics());
    Files.writeString(folder.metrics(), rows.substring(0, rows.lastIndexOf("\n2,") + 5));
    training(RunListener.SILENT).resume(folder, Map.of(), new StopFlag());
    assertThat(withoutSeconds(folder)).isEqualTo(withoutSeconds(run.folder()));
  }

  @Test
  void aRunThatAnotherProcessWorksOnIsLeftAlone() throws Exception {
    StopFlag stop = new StopFlag();
    RunFolder folder = folder("busy");
    training(new StopAfter(1, stop)).run(recipe, request(), folder, stop);
    RunStatus status = RunStatus.read(folder.status());
    ProcessHandle other = ProcessHandle.current().parent().orElseThrow();
    String json =
        Files.readString(folder.status())
            .replace("\"interrupted\"", "\"running\"")
            .replace("\"process\" : " + status.process(), "\"process\" : " + other.pid())
            .replaceFirst("\"processBegan\" : \"[^\"]+\",", "");
    Files.writeString(folder.status(), json);
    assertThatThrownBy(() -> training(RunListener.SILENT).resume(folder, Map.of(), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageEndingWith("process " + other.pid() + " is working on this run; stop it first");
    assertThat(Files.readString(folder.status())).isEqualTo(json);
  }

  @Test
  void fineTuningStartsFromABundle() throws Exception {
    List<String> notes = new ArrayList<>();
    RunListener noting =
        new RunListener() {
          @Override
          public void note(String message) {
            notes.add(message);
          }
        };
    Recipe tuned = recipe.withInitialWeights(run.folder().model().toString()).withName("tuned");
    RunRecord result = training(noting).run(tuned, request(), folder("tuned"), new StopFlag());
    assertThat(result.interrupted()).isFalse();
    assertThat(notes).anyMatch(note -> note.matches("Took \\d+ of \\d+ parameters.*"));
  }

  @Test
  void firstWeightsThatAreNotThereLeaveNoRunBehind() throws Exception {
    Recipe tuned = recipe.withInitialWeights(work.resolve("none.emotone").toString());
    RunFolder folder = folder("untuned");
    assertThatThrownBy(
            () -> training(RunListener.SILENT).run(tuned, request(), folder, new StopFlag()))
        .hasMessageContaining("none.emotone");
    assertThat(folder.root()).doesNotExist();
  }

  @Test
  void withoutTestTheValidationIsMeasuredAndSaysSo() throws Exception {
    RunRecord all =
        training(RunListener.SILENT)
            .run(recipe.withSplit(new SplitChoice.All()), request(), folder("all"), new StopFlag());
    Evaluation evaluation = Objects.requireNonNull(all.evaluation());
    assertThat(evaluation.clips()).isEqualTo(8);
    assertThat(evaluation.conditions().protocol())
        .contains("measured on the validation clips, which chose the epoch");
  }

  @Test
  void brokenClipStopsTheRunUnlessTheRecipeSkipsIt() throws Exception {
    Path other = ToneCorpus.write(work.resolve("broken"), 4);
    Files.writeString(other.resolve("Actor_01").resolve("03-01-05-02-01-01-01.wav"), "no audio");
    RunRequest request = new RunRequest(Map.of("ravdess", other), null);
    Recipe four = recipe.withSplit(new SplitChoice.SpeakerFolds(4, 1));
    assertThatThrownBy(
            () -> training(RunListener.SILENT).run(four, request, folder("strict"), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("1 clip cannot be read: ")
        .hasMessageContaining("skipUnreadable: true");
    String yaml = RECIPE.replaceFirst("split:.*", "split: {type: speakerFolds, folds: 4, fold: 1}");
    RunRecord skipped =
        training(RunListener.SILENT)
            .run(
                parse(yaml + "skipUnreadable: true\n"), request, folder("lenient"), new StopFlag());
    assertThat(Objects.requireNonNull(skipped.evaluation()).conditions().unreadable()).isEqualTo(1);
  }

  @Test
  void fixedListIsFoundBesideTheCorpusOrAskedFor() throws Exception {
    Recipe fixed = recipe.withSplit(new SplitChoice.Fixed("tones-list", 1));
    assertThatThrownBy(
            () ->
                training(RunListener.SILENT)
                    .run(fixed, request(), folder("nolist"), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("tones-list.csv")
        .hasMessageContaining("--split-file FILE");
    StringBuilder csv = new StringBuilder("clip,test_fold\n");
    tones()
        .utterances()
        .forEach(clip -> csv.append(clip.id()).append(clip.id().endsWith("6") ? ",1\n" : ",2\n"));
    Path list = work.resolve("splits").resolve("tones-list.csv");
    Files.createDirectories(work.resolve("splits"));
    Files.writeString(list, csv);
    RunRecord found =
        training(RunListener.SILENT).run(fixed, request(), folder("list"), new StopFlag());
    assertThat(Objects.requireNonNull(found.evaluation()).clips()).isEqualTo(8);
    assertThat(ModelBundle.read(found.folder().model()).manifest().split())
        .isEqualTo("fixed tones-list fold 1");
  }

  @Test
  void mistakesOfTheUserAreOneLine() {
    Training training = training(RunListener.SILENT);
    assertThatThrownBy(() -> training.run(recipe, request(), run.folder(), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageEndingWith("is not empty; resume the run in it or choose another folder");
    assertThatThrownBy(() -> training.resume(folder("nothing"), Map.of(), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("no run to resume");
    assertThat(folder("nothing").root()).doesNotExist();
    RunRequest empty = new RunRequest(Map.of(), null);
    assertThatThrownBy(() -> training.run(recipe, empty, folder("nocorpus"), new StopFlag()))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("--corpus ravdess=FOLDER");
    assertThat(folder("nocorpus").root()).doesNotExist();
  }
}
