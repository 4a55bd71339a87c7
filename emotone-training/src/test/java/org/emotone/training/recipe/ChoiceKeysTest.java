package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.split.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys that say which clips take part, under which classes, and how they are divided. */
class ChoiceKeysTest {

  private static final String VALID =
      """
      name: small
      corpora: [ravdess, cremad]
      labels: emotions8
      split: {type: all}
      network: [{type: image}, {type: foldFrequency}, {type: statisticsPool}, {type: dense, units: 8}]
      """;

  private static Recipe with(String from, String to, int classes) throws RecipeException {
    return RecipeFile.parse(
        "small.yaml", VALID.replaceFirst(from, to).replace("units: 8", "units: " + classes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sex | 2",
        "sexEmotions16 | 16",
        "intensity | 3",
        "valence3-soft | 3",
        "{by: nativeLabel, classes: [ANG, glad], map: {HAP: glad, happy: glad}} | 2",
        "{by: sexAndEmotion, classes: [x, male-sad], map: {female-sad: x}} | 2",
        "{by: intensity, classes: [faint, bold], map: {lo: faint, hi: bold}} | 2",
        "{classes: [up, down], map: {happy: up, sad: down}, shares: {calm: {up: 0.5, down: 0.5}}} | 2"
      })
  void classesMayGoByWhateverACorpusStates(String labels, int classes) throws Exception {
    Recipe recipe = with("labels:.*", "labels: " + labels, classes);
    assertThat(recipe.labels().toScheme().classes()).hasSize(classes);
    assertThat(RecipeFile.parse("resolved.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
  }

  @Test
  void classThatIsAWordStandsForItself() throws Exception {
    LabelScheme scheme =
        with("labels:.*", "labels: {by: nativeLabel, classes: [ANG, glad], map: {HAP: glad}}", 2)
            .labels()
            .toScheme();
    assertThat(scheme.table()).containsOnlyKeys("ANG", "HAP");
  }

  @Test
  void selectionAndBalanceReadBackEqual() throws Exception {
    String keys =
        """
        select:
          - {of: [cremad], intensities: [HI]}
          - {sex: female, emotions: [sad, happy], withoutSpeakers: ['ravdess:24'], maxSeconds: 5}
        balance: {clipsPerSpeaker: 10, even: true}
        listenerVotes: true
        """;
    Recipe recipe = RecipeFile.parse("small.yaml", VALID + keys);
    assertThat(recipe.select()).hasSize(2);
    assertThat(recipe.select().get(0).of()).containsExactly("cremad");
    assertThat(recipe.select().get(1).needsLengths()).isTrue();
    assertThat(recipe.balance()).isEqualTo(new BalanceChoice(10, 0, true));
    assertThat(recipe.listenerVotes()).isTrue();
    assertThat(RecipeFile.parse("resolved.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
    assertThat(recipe.withSeed(5).select()).isEqualTo(recipe.select());
  }

  @Test
  void oneRuleNeedsNoList() throws Exception {
    assertThat(RecipeFile.parse("small.yaml", VALID + "select: {sex: male}\n").select())
        .extracting(SelectRule::sex)
        .containsExactly("male");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "select: {sex: woman} | 6: select.sex: must be female or male, was 'woman'",
        "select: {maxSecond: 2} | 6: select.maxSecond: unknown key; did you mean 'maxSeconds'?",
        "select: [{of: [tess]}] | 6: select: has a rule of 'tess', which is not among the corpora",
        "select: {emotions: [joy]} | 6: select: no emotion is called 'joy'; there are neutral,",
        "select: {minSeconds: 3, maxSeconds: 2} | 6: select.maxSeconds: must be at least 3.0, was",
        "balance: {clipsPerClass: -1} | 6: balance.clipsPerClass: must be at least 0, was -1",
        "balance: {even: 3} | 6: balance.even: expected true or false, found '3'",
        "split: {type: random, testShare: 1} | 6: the key 'split' stands here twice",
      })
  void mistakeIsOneLineThatSaysWhereAndWhatIsAllowed(String line, String expected) {
    assertThatThrownBy(() -> RecipeFile.parse("small.yaml", VALID + line + "\n"))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("small.yaml:" + expected)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "com.fasterxml", "org."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "labels: {by: age, classes: [a, b]} | labels cannot go by 'age'; there are emotion, sex,",
        "labels: {classes: [a, b], map: {sad: a, joy: b}} | map: has no emotion 'joy'",
        "labels: {classes: [a, b], map: {sad: c}} | map: leads to 'c', which is not among",
        "labels: {classes: [a, b], map: {sad: a}} | map: leads nothing to the class 'b'",
        "labels: {classes: [a, b], map: {sad: a}, shares: {fear: {a: 0.5, b: 0.2}}} | shares: those of",
        "labels: {by: sex, classes: [a, b], map: {woman: a, male: b}} | map: has no sex 'woman'",
      })
  void mistakeInLabelsNamesTheWord(String labels, String expected) {
    assertThatThrownBy(() -> with("labels:.*", labels, 2))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining(expected)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "com.fasterxml", "org."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: random, testShare: 1} | split.testShare: must be a share in (0, 1), was 1.0",
        "{type: published, folds: ravdess-reslstn, fold: 1} | split.folds: has no 'ravdess-reslstn';"
            + " did you mean 'ravdess-reslstm'?",
        "{type: published, folds: ravdess-reslstm, fold: 6} | split.fold: must be in [1, 5], was 6",
        "{type: corpora, test: []} | split.test: must name at least one corpus"
      })
  void mistakeInASplitNamesTheKey(String split, String expected) {
    assertThatThrownBy(() -> with("split:.*", "split: " + split, 8))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("small.yaml:4: " + expected);
  }

  @Test
  void votesAreForEmotionsAlone() {
    assertThatThrownBy(
            () ->
                RecipeFile.parse(
                    "small.yaml",
                    VALID.replace("emotions8", "sex").replace("units: 8", "units: 2")
                        + "listenerVotes: true\n"))
        .hasMessage(
            "small.yaml:6: listenerVotes: are for emotions, and the labels go by something else");
  }

  @Test
  void shareOfClipsIsOneOfSentencesWhereTheSplitIsBySentences() throws Exception {
    String clips = VALID + "validationClips: 0.25\n";
    assertThat(
            RecipeFile.parse(
                    "s.yaml", clips.replace("{type: all}", "{type: sentenceOpen, testShare: 0.3}"))
                .validation())
        .isEqualTo(new Validation.Sentences(0.25, 1));
    assertThat(RecipeFile.parse("s.yaml", clips).validation())
        .isEqualTo(new Validation.Clips(0.25, 1));
  }
}
