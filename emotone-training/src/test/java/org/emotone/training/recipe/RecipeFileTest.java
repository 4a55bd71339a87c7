package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.emotone.features.FrontEnd;
import org.emotone.network.Conv2d;
import org.emotone.training.engine.TrainerOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeFileTest {

  private static final String VALID =
      """
      name: small
      description: "A network of two layers: quick, not good"
      corpora: [ravdess]
      labels: emotions8
      split: {type: fixed, list: emobox-ravdess, fold: 2}
      validationSpeakers: 3
      frontEnd:
        sampleRate: 16000
        features: {type: logMel, bands: 32}
      network:
        - {type: image}
        - {type: conv2d, filters: 8, kernel: [3, 3]}
        - {type: foldFrequency}
        - {type: statisticsPool}
        - {type: dense, units: 8}
      training:
        epochs: 2
        labelSmoothing: 1e-1
      seed: 7
      """;

  @Test
  void readsWhatIsWrittenAndFillsInTheRest() throws Exception {
    Recipe recipe = RecipeFile.parse("small.yaml", VALID);
    assertThat(recipe.name()).isEqualTo("small");
    assertThat(recipe.split()).isEqualTo(new SplitChoice.Fixed("emobox-ravdess", 2));
    assertThat(recipe.network()).hasSize(5);
    assertThat(((Conv2d) recipe.network().get(1)).filters()).isEqualTo(8);
    assertThat(recipe.training().epochs()).isEqualTo(2);
    assertThat(recipe.training().labelSmoothing()).isEqualTo(0.1);
    assertThat(recipe.training().batchSize()).isEqualTo(TrainerOptions.DEFAULTS.batchSize());
    assertThat(recipe.frontEnd().coefficients()).isEqualTo(32);
    assertThat(recipe.frontEnd().normalisation()).isEqualTo(FrontEnd.SPEECH.normalisation());
    assertThat(recipe.skipUnreadable()).isFalse();
    assertThat(recipe.seed()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: all}",
        "{type: speakerFolds, folds: 5, fold: 3}",
        "{type: leaveOneSpeakerOut, speaker: 'emodb:03'}",
        "{type: speakers, test: ['ravdess:01'], validation: ['ravdess:02']}",
        "{type: speakerLists, lists: [['ravdess:01', 'ravdess:02'], [ravdess:03]], fold: 2}",
        "{type: published, folds: ravdess-reslstm, fold: 5}",
        "{type: leaveOneCorpusOut, corpus: ravdess}",
        "{type: corpora, test: [ravdess]}",
        "{type: random, testShare: 0.2}",
        "{type: byRecording, testShare: 0.2}",
        "{type: sentenceOpen, testShare: 0.5}",
      })
  void resolvedRecipeReadsBackEqual(String split) throws Exception {
    String yaml = VALID.replaceFirst("split:.*", "split: " + split);
    Recipe recipe = RecipeFile.parse("small.yaml", yaml);
    assertThat(RecipeFile.parse("resolved.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
  }

  @Test
  void ownClassesReadBackEqual() throws Exception {
    String own = "labels: {classes: [low, happy], map: {sad: low, angry: low}}";
    String yaml = VALID.replaceFirst("labels:.*", own).replace("units: 8", "units: 2");
    Recipe recipe = RecipeFile.parse("small.yaml", yaml);
    assertThat(recipe.labels().classes()).isEqualTo(List.of("low", "happy"));
    assertThat(recipe.labels().map())
        .isEqualTo(Map.of("sad", "low", "angry", "low", "happy", "happy"));
    assertThat(RecipeFile.parse("resolved.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
  }

  @Test
  void textThatLooksLikeAnotherTypeReadsBackEqual() throws Exception {
    for (String text : List.of("no", "01", "1e5", "null", "a: b", "- x", "", "0x10", "~")) {
      String yaml = VALID.replaceFirst("description:.*", "description: '" + text + "'");
      Recipe recipe = RecipeFile.parse("small.yaml", yaml);
      assertThat(recipe.description()).isEqualTo(text);
      assertThat(RecipeFile.parse("resolved.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
    }
  }

  @Test
  void wholeClipsAreRefusedWhereTheNetworkWouldHearTheirPadding() throws RecipeException {
    String whole = VALID.replace("epochs: 2", "cropFrames: 0");
    assertThat(RecipeFile.parse("small.yaml", whole).training().cropFrames()).isZero();
    String pictures = whole.replace("{type: image}", "{type: picture, height: 8, width: 8}");
    assertThatThrownBy(() -> RecipeFile.parse("small.yaml", pictures))
        .hasMessageStartingWith("small.yaml:17: training.cropFrames: must not be 0: whole clips");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "seed: 7 | sede: 7 | 19: sede: unknown key; did you mean 'seed'? allowed: ",
        "epochs: 2 | epoch: 2 | 17: training.epoch: unknown key; did you mean 'epochs'?",
        "epochs: 2 | epochs: 0 | 17: training.epochs: must be at least 1, was 0",
        "epochs: 2 | epochs: 2.5 | 17: training.epochs: expected a whole number, found '2.5'",
        "epochs: 2 | epochs: two | 17: training.epochs: expected a whole number, found 'two'",
        "1e-1 | 1.5 | 18: training.labelSmoothing: must be in [0.0, 1.0), was 1.5",
        "bands: 32 | bandz: 32 | 9: frontEnd.features.bandz: unknown key; did you mean 'bands'?",
        "conv2d | conv2 | 12: network[1].type: there is no 'conv2'; did you mean 'conv2d'?",
        "filters: 8 | filters: -8 | 12: network[1].filters: must be ",
        "`filters: 8, ` | `` | 12: network[1].filters: is missing; expected a whole number",
        "fold: 2 | fold: 0 | 5: split.fold: must be in [1, 10000], was 0",
        "fixed | folds | 5: split.type: there is no 'folds'; allowed: fixed, speakerFolds, ",
        "`type: fixed, ` | `` | 5: split: needs a 'type'; allowed: fixed, ",
        "Speakers: 3 | Speakers: 2.5 | 6: validationSpeakers: must be a whole number",
        "name: small | name: a/b | 1: name: must be letters",
        "name: small | title: small | 1: title: unknown key; allowed: ",
        "labels: emotions8 | labels: 8 | 4: labels: ",
        "[ravdess] | [ravdes] | 3: corpora: has no reader for 'ravdes'; did you mean 'ravdess'?",
        "seed: 7 | seed: [7 | 20: not valid YAML: ",
        "seed: 7 | name: twice | 19: the key 'name' stands here twice",
        "labels: emotions8 | labels: emotion8 | 4: labels: there is no scheme 'emotion8'; did you",
        "units: 8 | units: 7 | 10: network: the network must end in [batch][classes], [-1, 8], but",
        "units: 8 | units: 0 | 15: network[4].units: must be in 1 ",
        "`- {type: image}` | `` | 12: network[0]: layer 0 (conv2d) ",
        "epochs: 2 | cropFrames: -1 | 17: training.cropFrames: must be at least 0, was -1",
        "sampleRate: 16000 | sampleRate: 16 | 8: frontEnd.sampleRate: ",
      })
  void mistakeIsOneLineThatSaysWhereAndWhatIsAllowed(String from, String to, String expected) {
    String yaml = VALID.replaceFirst(Pattern.quote(from), to);
    assertThatThrownBy(() -> RecipeFile.parse("small.yaml", yaml))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("small.yaml:" + expected)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "com.fasterxml", "org."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "body: {type: conv2d, filterz: 1, kernel: 3} | 14: network[2].body.filterz: unknown key; did",
        "body: [{type: conv2d, filters: 1, kernl: 3}] | 14: network[2].body[0].kernl: unknown key; did",
        "body: [{type: conv2d, filters: 1}] | 14: network[2].body[0].kernel: is missing; expected a",
        "body: [{type: conv2d, filters: 1, kernel}] | 14: network[2].body[0].kernel: must have a value",
        "body: [{type: conv2d, filters: 1, kernel: [null]}] | 14: network[2].body[0]",
        "body: [{type: conv2d, filters: 1, kernel: x}] | 14: network[2].body[0].kernel: expected a",
        "body: [{type: dense, units: 3}] | 14: network[2].body: ",
        "body: {type: conv2d, filters: 3, kernel: 3} | 13: network[2]: layer 2 (residual) the body",
      })
  void mistakeInsideABranchIsFound(String branch, String expected) {
    String yaml =
        VALID.replace(
            "  - {type: foldFrequency}",
            "  - type: residual\n    " + branch + "\n  - {type: foldFrequency}");
    assertThatThrownBy(
            () -> RecipeFile.parse("small.yaml", yaml.replace("filters: 8", "filters: 4")))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("small.yaml:" + expected)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "com.fasterxml", "org."));
  }

  @Test
  void missingKeyIsNamed() {
    assertThatThrownBy(() -> RecipeFile.parse("x.yaml", VALID.replaceFirst("labels:.*\n", "")))
        .hasMessage("x.yaml:1: the key 'labels' is missing");
  }

  @Test
  void fileThatIsNoRecipeIsOneLine(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> RecipeFile.read(folder.resolve("none.yaml")))
        .isInstanceOf(RecipeException.class)
        .hasMessageEndingWith("none.yaml: there is no such file");
    assertThatThrownBy(() -> RecipeFile.read(folder))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("this is a folder");
    Path binary = Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, 1});
    assertThatThrownBy(() -> RecipeFile.read(binary))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining("not a text in UTF-8");
    assertThatThrownBy(() -> RecipeFile.parse("empty.yaml", ""))
        .hasMessage("empty.yaml:1: expected a list of 'key: value' lines");
  }

  @Test
  void recipeThatRefersToItselfIsRefused() {
    assertThatThrownBy(() -> RecipeFile.parse("loop.yaml", "name: &a [*a]"))
        .isInstanceOf(RecipeException.class);
  }

  @Test
  void foldCanBeChangedWhereThereAreFolds() throws Exception {
    Recipe recipe = RecipeFile.parse("small.yaml", VALID);
    assertThat(recipe.withFold(5).split()).isEqualTo(new SplitChoice.Fixed("emobox-ravdess", 5));
    assertThatThrownBy(() -> recipe.withSplit(new SplitChoice.All()).withFold(2))
        .hasMessageContaining("no folds to choose from");
  }

  @Test
  void firstWeightsAreFoundFromTheFolderOfTheRecipe(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tuned.yaml");
    Files.writeString(file, VALID + "initialWeights: ../models/first.emotone\n");
    assertThat(RecipeFile.read(file).initialWeights())
        .isEqualTo(folder.resolve("../models/first.emotone").toAbsolutePath().normalize() + "");
  }
}
