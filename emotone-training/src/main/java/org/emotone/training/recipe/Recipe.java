package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.label.LabelBy;
import org.emotone.corpus.split.Validation;
import org.emotone.features.FrontEnd;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.Sequential;
import org.emotone.training.augmentation.Augmentation;
import org.emotone.training.augmentation.Chain;
import org.emotone.training.augmentation.Copies;
import org.emotone.training.classical.Classifier;
import org.emotone.training.engine.TrainerOptions;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: everything that decides what comes out of a training, but for the files
 * themselves.
 *
 * @param name of the run and the model: letters, digits, {@code . _ -}
 * @param description what it is about, in a sentence; empty when left out
 * @param corpora ids of the corpora, at least one
 * @param select which clips take part, rule by rule; empty, which it is when left out, for all
 * @param labels the classes
 * @param balance how many clips take part; {@link BalanceChoice#NONE} when left out
 * @param listenerVotes whether clips whose listeners voted (CREMA-D) are learned by the shares of
 *     the votes instead of what the actor meant; false when left out. Validation and test keep what
 *     the actor meant
 * @param split how clips are divided into training and test
 * @param validationSpeakers speakers of the training part of each corpus that are kept for choosing
 *     the best epoch and for calibration: a count if at least 1, a share of the speakers below it;
 *     0.15 when left out
 * @param validationClips if not 0, which it is when left out, the share of single clips that are
 *     kept instead of whole speakers (of whole sentences if the split is by sentences); for corpora
 *     of one or two speakers, and less honest
 * @param skipUnreadable whether clips that cannot be read are left out; when false, which it is
 *     when left out, they stop the run
 * @param frontEnd from the waveform to features, {@link FrontEnd#SPEECH} when left out
 * @param scaler how the features are scaled by what the training clips have, null for not at all
 * @param network its layers, one after the other; empty if there is a classifier
 * @param classifier what is fitted instead of a network; null for a network
 * @param refit whether the classifier, once its parameters are chosen and calibrated on the
 *     validation, is fitted again on training and validation together, which it is when left out
 * @param augmentation what is done to training clips, one after the other; nothing when left out
 * @param augmentedCopies copies that are made once with augmented sound and learned beside the
 *     clips; {@link Copies#NONE} when left out: sound is augmented anew in every epoch
 * @param training how the network is trained
 * @param seed of everything that is drawn, 1 when left out
 * @param initialWeights a bundle or a safetensors file to start from, relative to the recipe's
 *     folder; null to start from nothing
 */
@JsonPropertyOrder({
  "name",
  "description",
  "corpora",
  "select",
  "labels",
  "balance",
  "listenerVotes",
  "split",
  "validationSpeakers",
  "validationClips",
  "skipUnreadable",
  "frontEnd",
  "scaler",
  "network",
  "classifier",
  "refit",
  "augmentation",
  "augmentedCopies",
  "training",
  "seed",
  "initialWeights"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(
    String name,
    String description,
    List<String> corpora,
    List<SelectRule> select,
    Labels labels,
    BalanceChoice balance,
    boolean listenerVotes,
    SplitChoice split,
    double validationSpeakers,
    double validationClips,
    boolean skipUnreadable,
    FrontEnd frontEnd,
    @Nullable ScalerChoice scaler,
    List<Layer> network,
    @Nullable Classifier classifier,
    boolean refit,
    List<Augmentation> augmentation,
    Copies augmentedCopies,
    TrainerOptions training,
    long seed,
    @Nullable String initialWeights) {

  /** Share of the training speakers that validate where a recipe does not say. */
  public static final double DEFAULT_VALIDATION_SHARE = 0.15;

  /** Checks everything that can be checked without looking at a corpus. */
  public Recipe {
    corpora = List.copyOf(corpora);
    select = List.copyOf(select);
    network = List.copyOf(network);
    augmentation = List.copyOf(augmentation);
    RecipeChecks.name(name);
    RecipeChecks.corpora(corpora);
    RecipeChecks.select(select, corpora);
    RecipeChecks.validation(validationSpeakers, validationClips);
    RecipeChecks.training(training, labels);
    RecipeChecks.augmentation(augmentation, augmentedCopies, classifier, scaler);
    if (listenerVotes && labels.toScheme().labelling().by() != LabelBy.EMOTION) {
      throw new IllegalArgumentException(
          "listenerVotes are for emotions, and the labels go by something else");
    }
    RecipeChecks.learner(network, classifier);
    if (scaler != null && frontEnd.scaler() != null) {
      throw new IllegalArgumentException("scaler must not be given twice, also in frontEnd");
    }
  }

  /** Fills in what is null, where it has a default. */
  @JsonCreator
  public static Recipe of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("corpora") @Nullable List<String> corpora,
      @JsonProperty("select") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<SelectRule> select,
      @JsonProperty("labels") @Nullable Labels labels,
      @JsonProperty("balance") @Nullable BalanceChoice balance,
      @JsonProperty("listenerVotes") @Nullable Boolean listenerVotes,
      @JsonProperty("split") @Nullable SplitChoice split,
      @JsonProperty("validationSpeakers") @Nullable Double validationSpeakers,
      @JsonProperty("validationClips") @Nullable Double validationClips,
      @JsonProperty("skipUnreadable") @Nullable Boolean skipUnreadable,
      @JsonProperty("frontEnd") @Nullable FrontEnd frontEnd,
      @JsonProperty("scaler") @Nullable ScalerChoice scaler,
      @JsonProperty("network") @Nullable List<Layer> network,
      @JsonProperty("classifier") @Nullable Classifier classifier,
      @JsonProperty("refit") @Nullable Boolean refit,
      @JsonProperty("augmentation")
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          @Nullable List<Augmentation> augmentation,
      @JsonProperty("augmentedCopies") @Nullable Copies augmentedCopies,
      @JsonProperty("training") @Nullable TrainerOptions training,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("initialWeights") @Nullable String initialWeights) {
    return new Recipe(
        required("name", name),
        description == null ? "" : description,
        required("corpora", corpora),
        select == null ? List.of() : select,
        required("labels", labels),
        balance == null ? BalanceChoice.NONE : balance,
        listenerVotes != null && listenerVotes,
        required("split", split),
        validationSpeakers == null ? DEFAULT_VALIDATION_SHARE : validationSpeakers,
        validationClips == null ? 0 : validationClips,
        skipUnreadable != null && skipUnreadable,
        frontEnd == null ? FrontEnd.SPEECH : frontEnd,
        scaler,
        classifier == null ? required("network", network) : network == null ? List.of() : network,
        classifier,
        refit == null || refit,
        augmentation == null ? List.of() : augmentation,
        augmentedCopies == null ? Copies.NONE : augmentedCopies,
        training == null ? TrainerOptions.DEFAULTS : training,
        seed == null ? 1 : seed,
        initialWeights);
  }

  private static <T> T required(String key, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the key '" + key + "' is missing");
    }
    return value;
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if the layers do not fit each other, the features or the
   *     classes
   */
  public Network build() {
    return build(frontEnd.coefficients());
  }

  /**
   * The network for features of another width, such as those that principal components leave.
   *
   * @throws IllegalArgumentException as {@link #build()}
   */
  public Network build(int coefficients) {
    return new Network(new Sequential(network), coefficients, labels.toScheme().classes().size());
  }

  /** Which clips of the training part are kept for choosing the epoch and for calibration. */
  public Validation validation() {
    if (split instanceof SplitChoice.Speakers speakers && !speakers.validation().isEmpty()) {
      return new Validation.Named(speakers.validation());
    }
    if (validationClips > 0) {
      return split instanceof DrawnSplits.SentenceOpen
          ? new Validation.Sentences(validationClips, seed)
          : new Validation.Clips(validationClips, seed);
    }
    return validationSpeakers >= 1
        ? new Validation.SpeakerCount((int) validationSpeakers, seed)
        : new Validation.Speakers(validationSpeakers, seed);
  }

  /** The same with another name. */
  public Recipe withName(String other) {
    return new RecipeCopy(this).name(other).build();
  }

  /**
   * The same with another fold tested.
   *
   * @throws IllegalArgumentException if the split has no such fold
   */
  public Recipe withFold(int fold) {
    return withSplit(split.withFold(fold));
  }

  /** The same with another split. */
  public Recipe withSplit(SplitChoice other) {
    return new RecipeCopy(this).split(other).build();
  }

  /** The same with the corpora, classes, split and validation of another. */
  public Recipe withClipsOf(Recipe other) {
    return new RecipeCopy(this).clips(other).build();
  }

  /** The same with other corpora. */
  public Recipe withCorpora(List<String> other) {
    return new RecipeCopy(this).corpora(other).build();
  }

  /** The same with a share of single clips kept for validation; 0 for whole speakers. */
  public Recipe withValidationClips(double share) {
    return new RecipeCopy(this).validationClips(share).build();
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return new RecipeCopy(this).seed(other).build();
  }

  /** The same, with other things done to training clips; without copies if none is of sound. */
  public Recipe withAugmentation(List<Augmentation> other) {
    return new RecipeCopy(this).augmentation(other).build();
  }

  /** The same, trained in another way. */
  public Recipe withTraining(TrainerOptions other) {
    return new RecipeCopy(this).training(other).build();
  }

  /** The same, started from other weights. */
  public Recipe withInitialWeights(@Nullable String other) {
    return new RecipeCopy(this).initialWeights(other).build();
  }

  /**
   * The same, with the paths of the first weights and of recordings of noise, where they are
   * relative, taken from a folder.
   */
  public Recipe from(Path folder) {
    Recipe placed = withAugmentation(new Chain(augmentation).from(folder).steps());
    return initialWeights == null
        ? placed
        : placed.withInitialWeights(
            folder.toAbsolutePath().resolve(initialWeights).normalize().toString());
  }
}
