package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class TrainerOptionsTest {

  private final ObjectMapper yaml = new YAMLMapper();

  @Test
  void whatIsLeftOutTakesItsDefault() throws Exception {
    assertThat(yaml.readValue("{}", TrainerOptions.class)).isEqualTo(TrainerOptions.DEFAULTS);
    assertThat(TrainerOptions.DEFAULTS.optimiser())
        .isEqualTo(new AdamW(0.002, 0.01, 0.9, 0.999, 1e-8));
    assertThat(TrainerOptions.DEFAULTS.schedule()).isEqualTo(new Schedule.OneCycle(0.3, 25, 1e4));
  }

  @Test
  void aRecipesSectionIsRead() throws Exception {
    TrainerOptions options =
        yaml.readValue(
            "{epochs: 7, batchSize: 16, optimiser: {type: adamW, learningRate: 0.01}, "
                + "schedule: {type: cosine, warmUpEpochs: 2}, classWeights: balanced, "
                + "cropPadding: repeat, specAugment: {timeMasks: 2}, "
                + "sampling: balancedCorpora, earlyStopping: {patience: 30}}",
            TrainerOptions.class);
    assertThat(options.epochs()).isEqualTo(7);
    assertThat(options.optimiser().learningRate()).isEqualTo(0.01);
    assertThat(options.schedule()).isEqualTo(new Schedule.Cosine(2, 0));
    assertThat(options.classWeights()).isEqualTo(ClassWeights.BALANCED);
    assertThat(options.cropPadding()).isEqualTo(CropPadding.REPEAT);
    assertThat(options.specAugment()).isEqualTo(new SpecAugment(0, 10, 2, 30));
    assertThat(options.sampling()).isEqualTo(Sampling.BALANCED_CORPORA);
    assertThat(options.earlyStopping().patience()).isEqualTo(30);
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    ObjectMapper json = new ObjectMapper();
    String written = json.writeValueAsString(TrainerOptions.DEFAULTS);
    assertThat(json.readValue(written, TrainerOptions.class)).isEqualTo(TrainerOptions.DEFAULTS);
    assertThat(written).contains("\"type\":\"oneCycle\"").contains("\"sampling\":\"natural\"");
  }

  @Test
  void aValueOutOfRangeIsRefusedWithItsNameAndWhatIsAllowed() {
    assertThatThrownBy(() -> yaml.readValue("{mixup: -1}", TrainerOptions.class))
        .hasMessageContaining("mixup must be in [0.0, 10.0], was -1.0");
    assertThatThrownBy(
            () ->
                yaml.readValue("{optimiser: {type: adamW, learningRate: 0}}", TrainerOptions.class))
        .hasMessageContaining("learningRate must be in (0.0, 1.0], was 0.0");
    assertThatThrownBy(() -> yaml.readValue("{epochs: 0}", TrainerOptions.class))
        .hasMessageContaining("epochs must be at least 1, was 0");
  }
}
