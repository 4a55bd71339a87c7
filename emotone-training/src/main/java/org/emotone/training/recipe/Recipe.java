package org.emotone.training.recipe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.CorpusReader;
import org.emotone.corpus.reader.Corpora;
import org.emotone.corpus.split.Validation;
import org.emotone.features.FrontEnd;
import org.emotone.network.Layer;
import org.emotone.network.Network;
import org.emotone.network.Sequential;
import org.emotone.training.engine.TrainerOptions;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: everything that decides what comes out of a training, but for the files
 * themselves.
 *
 * @param name of the run and the model: letters, digits, {@code . _ -}
 * @param description what it is about, in a sentence; empty when left out
 * @param corpora ids of the corpora, at least one
 * @param labels the classes
 * @param split how clips are divided into training and test
 * @param validationSpeakers speakers of the training part of each corpus that are kept for choosing
 *     the best epoch and for calibration: a count if at least 1, a share of the speakers below it;
 *     0.15 when left out
 * @param validationClips if not 0, which it is when left out, the share of single clips that are
 *     kept instead of whole speakers; for corpora of one or two speakers, and less honest
 * @param skipUnreadable whether clips that cannot be read are left out; when false, which it is
 *     when left out, they stop the run
 * @param frontEnd from the waveform to features, {@link FrontEnd#SPEECH} when left out
 * @param network its layers, one after the other
 * @param training how the network is trained
 * @param seed of everything that is drawn, 1 when left out
 * @param initialWeights a bundle or a safetensors file to start from, relative to the recipe's
 *     folder; null to start from nothing
 */
@JsonPropertyOrder({
  "name",
  "description",
  "corpora",
  "labels",
  "split",
  "validationSpeakers",
  "validationClips",
  "skipUnreadable",
  "frontEnd",
  "network",
  "training",
  "seed",
  "initialWeights"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Recipe(
    String name,
    String description,
    List<String> corpora,
    Labels labels,
    SplitChoice split,
    double validationSpeakers,
    double validationClips,
    boolean skipUnreadable,
    FrontEnd frontEnd,
    List<Layer> network,
    TrainerOptions training,
    long seed,
    @Nullable String initialWeights) {

  /** Share of the training speakers that validate where a recipe does not say. */
  public static final double DEFAULT_VALIDATION_SHARE = 0.15;

  /** Checks everything that can be checked without looking at a corpus. */
  public Recipe {
    corpora = List.copyOf(corpora);
    network = List.copyOf(network);
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException(
          "name must be letters, digits, '.', '_' and '-', was '" + name + "'");
    }
    checkCorpora(corpora);
    checkValidation(validationSpeakers);
    if (!(validationClips >= 0 && validationClips < 1)) {
      throw new IllegalArgumentException(
          "validationClips must be a share in [0, 1), was " + validationClips);
    }
    if (network.isEmpty()) {
      throw new IllegalArgumentException("network must have at least one layer");
    }
  }

  /** Fills in what is null, where it has a default. */
  @JsonCreator
  public static Recipe of(
      @JsonProperty("name") @Nullable String name,
      @JsonProperty("description") @Nullable String description,
      @JsonProperty("corpora") @Nullable List<String> corpora,
      @JsonProperty("labels") @Nullable Labels labels,
      @JsonProperty("split") @Nullable SplitChoice split,
      @JsonProperty("validationSpeakers") @Nullable Double validationSpeakers,
      @JsonProperty("validationClips") @Nullable Double validationClips,
      @JsonProperty("skipUnreadable") @Nullable Boolean skipUnreadable,
      @JsonProperty("frontEnd") @Nullable FrontEnd frontEnd,
      @JsonProperty("network") @Nullable List<Layer> network,
      @JsonProperty("training") @Nullable TrainerOptions training,
      @JsonProperty("seed") @Nullable Long seed,
      @JsonProperty("initialWeights") @Nullable String initialWeights) {
    return new Recipe(
        required("name", name),
        description == null ? "" : description,
        required("corpora", corpora),
        required("labels", labels),
        required("split", split),
        validationSpeakers == null ? DEFAULT_VALIDATION_SHARE : validationSpeakers,
        validationClips == null ? 0 : validationClips,
        skipUnreadable != null && skipUnreadable,
        frontEnd == null ? FrontEnd.SPEECH : frontEnd,
        required("network", network),
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

  private static void checkCorpora(List<String> corpora) {
    List<String> known = Corpora.readers().stream().map(CorpusReader::id).toList();
    if (corpora.isEmpty() || corpora.stream().distinct().count() != corpora.size()) {
      throw new IllegalArgumentException(
          "corpora must be a list of different ids out of " + String.join(", ", known));
    }
    for (String id : corpora) {
      if (!Corpora.knows(id)) {
        String hint = Suggestion.words(id, known);
        throw new IllegalArgumentException(
            "corpora has no reader for '"
                + id
                + "'"
                + (hint.isEmpty() ? "; " : hint + " ")
                + "allowed: "
                + String.join(", ", known));
      }
    }
  }

  private static void checkValidation(double speakers) {
    boolean share = speakers > 0 && speakers < 1;
    boolean count = speakers >= 1 && speakers <= 10_000 && speakers == Math.rint(speakers);
    if (!share && !count) {
      throw new IllegalArgumentException(
          "validationSpeakers must be a whole number of speakers from 1 or a share in (0, 1), was "
              + speakers);
    }
  }

  /**
   * The network.
   *
   * @throws IllegalArgumentException if the layers do not fit each other, the features or the
   *     classes
   */
  public Network build() {
    return new Network(
        new Sequential(network), frontEnd.coefficients(), labels.toScheme().classes().size());
  }

  /** Which clips of the training part are kept for choosing the epoch and for calibration. */
  public Validation validation() {
    if (split instanceof SplitChoice.Speakers speakers && !speakers.validation().isEmpty()) {
      return new Validation.Named(speakers.validation());
    }
    if (validationClips > 0) {
      return new Validation.Clips(validationClips, seed);
    }
    return validationSpeakers >= 1
        ? new Validation.SpeakerCount((int) validationSpeakers, seed)
        : new Validation.Speakers(validationSpeakers, seed);
  }

  /** The same with another name. */
  public Recipe withName(String other) {
    return new Recipe(
        other,
        description,
        corpora,
        labels,
        split,
        validationSpeakers,
        validationClips,
        skipUnreadable,
        frontEnd,
        network,
        training,
        seed,
        initialWeights);
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
    return new Recipe(
        name,
        description,
        corpora,
        labels,
        other,
        validationSpeakers,
        validationClips,
        skipUnreadable,
        frontEnd,
        network,
        training,
        seed,
        initialWeights);
  }

  /** The same with another seed. */
  public Recipe withSeed(long other) {
    return new Recipe(
        name,
        description,
        corpora,
        labels,
        split,
        validationSpeakers,
        validationClips,
        skipUnreadable,
        frontEnd,
        network,
        training,
        other,
        initialWeights);
  }

  /** The same, trained in another way. */
  public Recipe withTraining(TrainerOptions other) {
    return new Recipe(
        name,
        description,
        corpora,
        labels,
        split,
        validationSpeakers,
        validationClips,
        skipUnreadable,
        frontEnd,
        network,
        other,
        seed,
        initialWeights);
  }

  /** The same, started from other weights. */
  public Recipe withInitialWeights(@Nullable String other) {
    return new Recipe(
        name,
        description,
        corpora,
        labels,
        split,
        validationSpeakers,
        validationClips,
        skipUnreadable,
        frontEnd,
        network,
        training,
        seed,
        other);
  }

  /** The same, with the path of the first weights, if it is relative, taken from a folder. */
  public Recipe from(Path folder) {
    return initialWeights == null
        ? this
        : withInitialWeights(
            folder.toAbsolutePath().resolve(initialWeights).normalize().toString());
  }
}
