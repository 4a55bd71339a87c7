package org.emotone.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.emotone.Calibration;
import org.emotone.Manifest;
import org.emotone.Provenance;
import org.emotone.TrainingCorpus;
import org.emotone.features.FrontEnd;
import org.emotone.training.evaluation.Conditions;
import org.emotone.training.evaluation.Evaluation;
import org.emotone.training.evaluation.Judgement;
import org.emotone.training.recipe.Recipe;
import org.emotone.training.recipe.RecipeFile;
import org.emotone.training.run.CardFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelCardTest {

  private static final List<String> CLASSES = List.of("neutral", "sad");

  private static Evaluation evaluation() {
    return Evaluation.of(
        CLASSES,
        List.of(
            new Judgement("a", "s1", 0, new double[] {0.8, 0.2}),
            new Judgement("b", "s1", 1, new double[] {0.3, 0.7}),
            new Judgement("c", "s2", 0, new double[] {0.4, 0.6}),
            new Judgement("d", "s2", 1, new double[] {0.1, 0.9})),
        new Conditions(
            "small",
            List.of("ravdess"),
            "speaker-independent split",
            "speaker-independent, 0 speakers shared (20 in training, 4 in test)",
            0,
            Map.of("boredom", 3),
            0,
            7));
  }

  private static String card(@Nullable Evaluation evaluation, boolean validation) throws Exception {
    return card(evaluation, validation, "", null);
  }

  private static String card(
      @Nullable Evaluation evaluation, boolean validation, String key, @Nullable String labelBy)
      throws Exception {
    Recipe recipe =
        RecipeFile.parse(
            "small.yaml",
            key
                + """
            name: small
            description: A small one.
            corpora: [ravdess]
            labels: {classes: [neutral, sad], map: {calm: neutral}}
            split: {type: all}
            network: [{type: image}, {type: foldFrequency}, {type: statisticsPool}, {type: dense, units: 2}]
            """);
    Manifest manifest =
        new Manifest(
            1,
            "small",
            CLASSES,
            Map.of("neutral", "neutral", "calm", "neutral", "sad", "sad"),
            labelBy,
            FrontEnd.SPEECH,
            new Calibration(1.25),
            0.5,
            List.of(new TrainingCorpus("ravdess", "CC BY-NC-SA 4.0", 20, List.of("ravdess:01"))),
            "speaker-independent split",
            null,
            Map.of(),
            new Provenance("abc123", 7, "small", "2026-01-31T12:00:00Z", "0.1.0", 1234));
    CardFacts.Source source =
        new CardFacts.Source(
            "ravdess", "Ryerson Database", "CC BY-NC-SA 4.0", 1000, 200, 240, 20, 4);
    return ModelCard.of(
        new CardFacts(manifest, recipe, List.of(source), evaluation, validation, 0.123, 40, 80));
  }

  @Test
  void saysWhatTheModelIsForAndWhatIsForbidden() throws Exception {
    assertThat(card(evaluation(), false))
        .startsWith("# Model card: small\n\nA small one.\n")
        .contains("## Intended use", "Article 5(1)(f)", "workplaces", "education");
  }

  @Test
  void namesDataLicencesAndLabels() throws Exception {
    assertThat(card(evaluation(), false))
        .contains("| Ryerson Database (`ravdess`) | CC BY-NC-SA 4.0 | 1000 | 200 | 240 | 20, 4 |")
        .contains("neutral (calm, neutral); sad.");
  }

  @Test
  void saysWhatTheClassesGoByAndWhoseLabelsWereLearned() throws Exception {
    assertThat(card(null, false))
        .contains(
            "The classes stand for these emotions of the corpora: neutral (calm, neutral); sad.")
        .doesNotContain("votes");
    assertThat(card(null, false, "", "nativeLabel"))
        .contains("The classes stand for these words (nativeLabel) of the corpora: neutral (");
    assertThat(card(null, false, "listenerVotes: true\n", null))
        .contains(
            "were learned by the shares of their votes; the figures are on what the actor meant.");
  }

  @Test
  void givesFiguresWithTheirConditions() throws Exception {
    assertThat(card(evaluation(), false))
        .contains("**UAR 0.750** (95 % interval ")
        .contains("speaker-independent, 0 speakers shared (20 in training, 4 in test)")
        .contains("Guessing gives a UAR of 0.500")
        .contains("| neutral | 1.000 | 0.500 | 0.667 | 2 |")
        .contains("| **neutral** | 1 | 1 |")
        .contains("temperature of 1.250")
        .contains("0.123 before")
        .contains("3 boredom")
        .doesNotContain("Nothing was held out");
  }

  @Test
  void saysWhenNothingWasHeldOut() throws Exception {
    assertThat(card(evaluation(), true)).contains("**Nothing was held out for a test.**");
    assertThat(card(null, true)).contains("None: no clip was held out.");
  }

  @Test
  void endsWithProvenance() throws Exception {
    assertThat(card(evaluation(), false))
        .contains(
            "Recipe `small`, seed 7",
            "Kept: best epoch 40 of 80",
            "commit abc123",
            "1,234 parameters");
  }
}
