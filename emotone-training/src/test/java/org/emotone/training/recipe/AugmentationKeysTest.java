package org.emotone.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.augmentation.FeatureNoise;
import org.emotone.training.augmentation.FrequencyStretch;
import org.emotone.training.augmentation.OneOf;
import org.emotone.training.augmentation.SpecAugment;
import org.emotone.training.augmentation.TimeStretch;
import org.junit.jupiter.api.Test;

class AugmentationKeysTest {

  private static final String REST =
      """
      name: small
      corpora: [ravdess]
      labels: emotions8
      split: {type: all}
      network: [{type: image}, {type: foldFrequency}, {type: statisticsPool}, {type: dense, units: 8}]
      """;

  private static Recipe parse(String keys) throws RecipeException {
    return RecipeFile.parse("small.yaml", REST + keys);
  }

  @Test
  void augmentationIsReadWrittenAndReadAgain() throws Exception {
    Recipe recipe =
        parse(
            """
            augmentation:
              - {type: oneOf, p: 0.5, of: [{type: noise, snrDb: [15, 30]}, {type: pitch, semitones: {any: [-2, 2]}}]}
              - {type: recordedNoise, folder: street}
              - {type: specAugment, timeMasks: 2}
            augmentedCopies: {each: 2, evenClasses: true}
            """);
    assertThat(recipe.augmentation()).hasSize(3);
    assertThat(recipe.augmentation().get(0)).isInstanceOf(OneOf.class);
    assertThat(recipe.augmentedCopies()).isEqualTo(new Copies(2, true));
    assertThat(RecipeFile.parse("again.yaml", RecipeFile.write(recipe))).isEqualTo(recipe);
    assertThat(RecipeFile.write(recipe.from(Path.of("/somewhere"))))
        .contains(
            "/somewhere/street"
                .replace("/somewhere", Path.of("/somewhere").toAbsolutePath().toString()));
    assertThat(parse("").augmentation()).isEmpty();
    assertThat(parse("").augmentedCopies()).isEqualTo(Copies.NONE);
    assertThat(parse("augmentation: {type: noise}\n").augmentation()).hasSize(1);
  }

  @Test
  void formerKeysOfTheTrainingSectionBecomeAugmentations() throws Exception {
    Recipe recipe =
        parse(
            """
            augmentation: [{type: polarity}]
            training:
              timeStretch: 0.15
              frequencyStretch: 0.1
              noise: 0.05
              specAugment: {frequencyMasks: 2, timeMasks: 1}
              epochs: 3
            """);
    assertThat(recipe.augmentation().subList(1, 5))
        .containsExactly(
            new TimeStretch(0.15, 1),
            new FrequencyStretch(0.1, 1),
            new SpecAugment(2, 10, 1, 30, 1),
            new FeatureNoise(0.05, 1));
    assertThat(recipe.training().epochs()).isEqualTo(3);
    assertThat(parse("training: {noise: 0, timeStretch: 0.0}\n").augmentation()).isEmpty();
  }

  @Test
  void mistakesNameTheKeyAndTheLine() {
    assertThatThrownBy(() -> parse("augmentation:\n  - {type: nose}\n"))
        .hasMessage(
            "small.yaml:7: augmentation[0].type: there is no 'nose'; did you mean 'noise'? allowed:"
                + " noise, recordedNoise, background, babble, shift, roll, pitch, stretch, speed,"
                + " gain, polarity, vtlp, reverb, bandLimit, phone, codec, clipping, gaps,"
                + " timeStretch, frequencyStretch, specAugment, featureNoise, sequence, oneOf,"
                + " someOf");
    assertThatThrownBy(() -> parse("augmentation:\n  - {type: pitch, semitone: 2}\n"))
        .hasMessageStartingWith(
            "small.yaml:7: augmentation[0].semitone: unknown key; did you mean 'semitones'?");
    assertThatThrownBy(() -> parse("augmentation:\n  - type: pitch\n    semitones: 90\n"))
        .hasMessage("small.yaml:8: augmentation[0].semitones: must be from -24 to 24, was 90");
    assertThatThrownBy(() -> parse("augmentation:\n  - type: oneOf\n    of: 3\n"))
        .hasMessageStartingWith("small.yaml:8: augmentation[0].of: ");
    assertThatThrownBy(() -> parse("training:\n  timeStretch: 3\n"))
        .hasMessage("small.yaml:7: training.timeStretch: most must be in [0.0, 0.9], was 3.0");
    assertThatThrownBy(() -> parse("training:\n  specAugment: {timeMask: 3}\n"))
        .hasMessageStartingWith(
            "small.yaml:7: training.specAugment.timeMask: unknown key; did you mean 'timeMasks'?");
    assertThatThrownBy(() -> parse("augmentedCopies: {each: 2}\n"))
        .hasMessageContaining("augmentation has nothing that changes sound");
  }
}
