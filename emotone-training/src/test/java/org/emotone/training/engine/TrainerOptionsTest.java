package org.emotone.training.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import org.emotone.training.loss.ClassWeights;
import org.emotone.training.loss.Focal;
import org.emotone.training.optimiser.AdamW;
import org.emotone.training.optimiser.EpsilonPlace;
import org.emotone.training.optimiser.RmsProp;
import org.emotone.training.schedule.Cosine;
import org.emotone.training.schedule.Monitor;
import org.emotone.training.schedule.OneCycle;
import org.emotone.training.schedule.Plateau;
import org.emotone.training.schedule.StepDecay;
import org.emotone.training.schedule.WarmUp;
import org.junit.jupiter.api.Test;

class TrainerOptionsTest {

  private final ObjectMapper yaml = new YAMLMapper();

  @Test
  void whatIsLeftOutTakesItsDefault() throws Exception {
    assertThat(yaml.readValue("{}", TrainerOptions.class)).isEqualTo(TrainerOptions.DEFAULTS);
    assertThat(TrainerOptions.DEFAULTS.optimiser())
        .isEqualTo(new AdamW(0.002, 0.01, 0.9, 0.999, 1e-8));
    assertThat(TrainerOptions.DEFAULTS.schedule()).isEqualTo(new OneCycle(0.3, 25, 1e4));
  }

  @Test
  void aRecipesSectionIsRead() throws Exception {
    TrainerOptions options =
        yaml.readValue(
            "{epochs: 7, batchSize: 16, optimiser: {type: adamW, learningRate: 0.01}, "
                + "schedule: {type: cosine, warmUpEpochs: 2}, classWeights: balanced, "
                + "cropPadding: repeat, "
                + "sampling: balancedCorpora, earlyStopping: {patience: 30}}",
            TrainerOptions.class);
    assertThat(options.epochs()).isEqualTo(7);
    assertThat(options.optimiser().learningRate()).isEqualTo(0.01);
    assertThat(options.schedule()).isEqualTo(new Cosine(2, 0));
    assertThat(options.classWeights()).isEqualTo(ClassWeights.BALANCED);
    assertThat(options.cropPadding()).isEqualTo(CropPadding.REPEAT);
    assertThat(options.sampling()).isEqualTo(Sampling.BALANCED_CORPORA);
    assertThat(options.earlyStopping().patience()).isEqualTo(30);
  }

  private static final String EVERYTHING =
      """
      optimiser: {type: rmsProp, rho: 0.95, momentum: 0.5, epsilonPlace: outside}
      schedule:
        type: warmUp
        epochs: 3
        then: {type: plateau, monitor: validationUar, factor: 0.9, patience: 20, minimum: 0.02}
      loss: {type: focal, gamma: 1.5}
      classWeights: [1, 2.5, 0.5]
      cutMix: 1
      partners: sameClass
      gradientClipValue: 0.5
      weightAveraging: {fromEpoch: 60, rate: 0.1}
      keep: last
      earlyStopping: {patience: 5, monitor: trainLoss, minDelta: 0.01}
      sideTasks: [{label: sex}, {label: intensity, weight: 0.1}]
      """;

  @Test
  void everyKindOfOptionIsReadAndComesBack() throws Exception {
    TrainerOptions options = yaml.readValue(EVERYTHING, TrainerOptions.class);
    assertThat(options.optimiser())
        .isEqualTo(new RmsProp(0.001, 0.95, 0.5, false, 1e-7, EpsilonPlace.OUTSIDE, 0));
    assertThat(options.schedule())
        .isEqualTo(new WarmUp(3, 0, new Plateau(Monitor.VALIDATION_UAR, 0.9, 20, 1e-4, 0, 0.02)));
    assertThat(options.loss()).isEqualTo(new Focal(1.5));
    assertThat(options.classWeights().given()).containsExactly(1.0, 2.5, 0.5);
    assertThat(options.earlyStopping()).isEqualTo(new EarlyStopping(5, Monitor.TRAIN_LOSS, 0.01));
    assertThat(options.sideTasks())
        .containsExactly(new SideTask("sex", 0.3), new SideTask("intensity", 0.1));
    assertThat(yaml.readValue(yaml.writeValueAsString(options), TrainerOptions.class))
        .isEqualTo(options);
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    assertRefused("{ema: 0.9, weightAveraging: {fromEpoch: 2}}", "leave one out");
    assertRefused("{epochs: 5, weightAveraging: {fromEpoch: 6}}", "there are only 5");
    assertRefused("{optimiser: {type: sgd, nesterov: true}}", "nesterov needs a momentum");
    assertRefused("{schedule: {type: step, every: 2, at: [3]}}", "at must stand alone");
    assertRefused("{schedule: {type: step, at: [5, 3]}}", "at must be rising");
    assertRefused("{classWeights: heavy}", "classWeights must be none, balanced or a list");
    assertRefused("{classWeights: [0, 0]}", "not all 0");
  }

  @Test
  void stepsComeByNumberOrByList() throws Exception {
    assertThat(yaml.readValue("{schedule: {type: step}}", TrainerOptions.class).schedule())
        .isEqualTo(new StepDecay(10, List.of(), 0.1));
    assertThat(
            yaml.readValue("{schedule: {type: step, at: [3, 5]}}", TrainerOptions.class).schedule())
        .isEqualTo(new StepDecay(0, List.of(3, 5), 0.1));
  }

  private void assertRefused(String options, String words) {
    assertThatThrownBy(() -> yaml.readValue(options, TrainerOptions.class))
        .hasMessageContaining(words);
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
