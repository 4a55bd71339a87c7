package org.emotone.training.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.emotone.training.Ranges;
import org.emotone.training.loss.ClassWeights;
import org.emotone.training.loss.CrossEntropy;
import org.emotone.training.loss.Loss;
import org.emotone.training.optimiser.AdamW;
import org.emotone.training.optimiser.GradientClip;
import org.emotone.training.optimiser.Optimiser;
import org.emotone.training.schedule.OneCycle;
import org.emotone.training.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained; the {@code training} section of a recipe.
 *
 * @param epochs passes over the training examples, at least 1, 80 when left out
 * @param batchSize greatest number of examples per step, at least 4, 32 when left out
 * @param cropFrames frames of each training crop, 250 when left out; 0 takes whole clips, those of
 *     similar lengths together in a batch and padded to the longest of it, which no layer hears
 * @param cropPadding what fills the crop of a shorter clip, zeros when left out
 * @param optimiser {@link AdamW} when left out
 * @param schedule of the learning rate, one cycle when left out
 * @param loss what training makes small, cross-entropy when left out
 * @param labelSmoothing share of the target that is spread over all classes, in [0, 1), 0 when left
 *     out
 * @param classWeights how classes count in the loss, alike when left out
 * @param mixup both parameters of the Beta distribution that mixes pairs of examples (Zhang et al.,
 *     2018), in [0, 10]; 0, which it is when left out, mixes nothing
 * @param cutMix the same of the rectangles that pairs of examples exchange (Yun et al., 2019), in
 *     [0, 10], 0 when left out; with both, each batch is mixed or cut by the toss of a coin
 * @param partners which pairs are mixed or cut, any when left out
 * @param sampling which examples make up an epoch, each once when left out
 * @param earlyStopping when to stop before the last epoch, never when left out
 * @param gradientClip greatest Euclidean norm of all gradients together, at least 0; 0 does not
 *     clip, 5 when left out
 * @param gradientClipValue greatest absolute value of a gradient, taken before the norm, at least
 *     0; 0, which it is when left out, does not clip
 * @param ema decay per step of the moving average of the weights that is evaluated and kept in
 *     place of the weights themselves, in [0, 1); 0, which it is when left out, takes none
 * @param fineTuning phases in which layers learn at rates of their own or not at all, for networks
 *     that start from the weights of others; none when left out
 * @param weightAveraging plain mean of the weights of late epochs (SWA) in place of {@code ema},
 *     none when left out
 * @param keep which epoch's weights are the result, those of the highest validation UAR when left
 *     out
 * @param sideTasks what else is learned beside the classes, nothing when left out
 * @param threads of LibTorch, at least 0; 0, which it is when left out, takes one per core
 */
public record TrainerOptions(
    int epochs,
    int batchSize,
    int cropFrames,
    CropPadding cropPadding,
    Optimiser optimiser,
    Schedule schedule,
    Loss loss,
    double labelSmoothing,
    ClassWeights classWeights,
    double mixup,
    double cutMix,
    Partners partners,
    Sampling sampling,
    EarlyStopping earlyStopping,
    double gradientClip,
    double gradientClipValue,
    double ema,
    List<Phase> fineTuning,
    WeightAveraging weightAveraging,
    Keep keep,
    List<SideTask> sideTasks,
    int threads) {

  /** Everything at its default. */
  public static final TrainerOptions DEFAULTS =
      of(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null);

  /** Checks the ranges. */
  public TrainerOptions {
    Ranges.atLeast("epochs", epochs, 1);
    Ranges.atLeast("batchSize", batchSize, 4);
    Ranges.atLeast("cropFrames", cropFrames, 0);
    Ranges.below("labelSmoothing", labelSmoothing, 0, 1);
    Ranges.within("mixup", mixup, 0, 10);
    Ranges.within("cutMix", cutMix, 0, 10);
    Ranges.within("gradientClip", gradientClip, 0, 1e6);
    Ranges.within("gradientClipValue", gradientClipValue, 0, 1e6);
    Ranges.below("ema", ema, 0, 1);
    Ranges.atLeast("threads", threads, 0);
    fineTuning = List.copyOf(fineTuning);
    for (Phase phase : fineTuning.subList(0, Math.max(0, fineTuning.size() - 1))) {
      Ranges.atLeast("fineTuning, in every phase but the last, epochs", phase.epochs(), 1);
    }
    sideTasks = List.copyOf(sideTasks);
    if (ema > 0 && weightAveraging.fromEpoch() > 0) {
      throw new IllegalArgumentException("weightAveraging cannot go with ema; leave one out");
    }
    if (weightAveraging.fromEpoch() > epochs) {
      throw new IllegalArgumentException(
          "weightAveraging begins with epoch "
              + weightAveraging.fromEpoch()
              + ", but there are only "
              + epochs);
    }
  }

  /** With defaults for what is null. */
  @JsonCreator
  public static TrainerOptions of(
      @JsonProperty("epochs") @Nullable Integer epochs,
      @JsonProperty("batchSize") @Nullable Integer batchSize,
      @JsonProperty("cropFrames") @Nullable Integer cropFrames,
      @JsonProperty("cropPadding") @Nullable CropPadding cropPadding,
      @JsonProperty("optimiser") @Nullable Optimiser optimiser,
      @JsonProperty("schedule") @Nullable Schedule schedule,
      @JsonProperty("loss") @Nullable Loss loss,
      @JsonProperty("labelSmoothing") @Nullable Double labelSmoothing,
      @JsonProperty("classWeights") @Nullable ClassWeights classWeights,
      @JsonProperty("mixup") @Nullable Double mixup,
      @JsonProperty("cutMix") @Nullable Double cutMix,
      @JsonProperty("partners") @Nullable Partners partners,
      @JsonProperty("sampling") @Nullable Sampling sampling,
      @JsonProperty("earlyStopping") @Nullable EarlyStopping earlyStopping,
      @JsonProperty("gradientClip") @Nullable Double gradientClip,
      @JsonProperty("gradientClipValue") @Nullable Double gradientClipValue,
      @JsonProperty("ema") @Nullable Double ema,
      @JsonProperty("fineTuning") @Nullable List<Phase> fineTuning,
      @JsonProperty("weightAveraging") @Nullable WeightAveraging weightAveraging,
      @JsonProperty("keep") @Nullable Keep keep,
      @JsonProperty("sideTasks") @Nullable List<SideTask> sideTasks,
      @JsonProperty("threads") @Nullable Integer threads) {
    return new TrainerOptions(
        epochs == null ? 80 : epochs,
        batchSize == null ? 32 : batchSize,
        cropFrames == null ? 250 : cropFrames,
        cropPadding == null ? CropPadding.ZERO : cropPadding,
        optimiser == null ? AdamW.of(null, null, null, null, null) : optimiser,
        schedule == null ? OneCycle.of(null, null, null) : schedule,
        loss == null ? new CrossEntropy() : loss,
        labelSmoothing == null ? 0 : labelSmoothing,
        classWeights == null ? ClassWeights.NONE : classWeights,
        mixup == null ? 0 : mixup,
        cutMix == null ? 0 : cutMix,
        partners == null ? Partners.ANY : partners,
        sampling == null ? Sampling.NATURAL : sampling,
        earlyStopping == null ? EarlyStopping.NEVER : earlyStopping,
        gradientClip == null ? 5 : gradientClip,
        gradientClipValue == null ? 0 : gradientClipValue,
        ema == null ? 0 : ema,
        fineTuning == null ? List.of() : fineTuning,
        weightAveraging == null ? WeightAveraging.NONE : weightAveraging,
        keep == null ? Keep.VALIDATION_UAR : keep,
        sideTasks == null ? List.of() : sideTasks,
        threads == null ? 0 : threads);
  }

  /** Whether whole clips are trained on and not crops of them. */
  public boolean wholeClips() {
    return cropFrames == 0;
  }

  /** The same with other values of {@link #mixup} and {@link #cutMix}. */
  public TrainerOptions withMixing(double otherMixup, double otherCutMix) {
    return new TrainerOptions(
        epochs,
        batchSize,
        cropFrames,
        cropPadding,
        optimiser,
        schedule,
        loss,
        labelSmoothing,
        classWeights,
        otherMixup,
        otherCutMix,
        partners,
        sampling,
        earlyStopping,
        gradientClip,
        gradientClipValue,
        ema,
        fineTuning,
        weightAveraging,
        keep,
        sideTasks,
        threads);
  }

  /** The limits to gradients. */
  GradientClip clip() {
    return new GradientClip(gradientClip, gradientClipValue);
  }
}
