package org.emotone;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.audio.signal.Quality;
import org.emotone.cue.NeutralVoice;
import org.emotone.features.FrontEnd;
import org.emotone.features.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle says of its network, and all that is needed to use it.
 *
 * @param formatVersion layout of bundle and manifest, {@link #FORMAT_VERSION}
 * @param name the model's name, such as {@code default}
 * @param classes the labels, in the order of the network's logits
 * @param labelMap which class an emotion of a corpus belongs to, by the emotion's id, such as
 *     {@code calm} to {@code neutral}; an emotion that it does not name has no class. Empty where
 *     classes and emotions have the same names. If {@code labelBy} is not null, its keys are the
 *     words of that
 * @param labelBy what of a clip the classes go by instead of its emotion: {@code sex}, {@code
 *     sexAndEmotion} (words such as {@code female-sad}), {@code intensity} (the corpus' word in
 *     lower case), {@code nativeLabel} or {@code speaker}; null for the emotion
 * @param frontEnd the way from a waveform to the network's input
 * @param calibration the way from logits to probabilities
 * @param uncertainBelow best probability below which an answer is not certain, 0 to 1
 * @param corpora what it was trained on
 * @param protocol how the metrics were obtained, in words, such as {@code speaker-independent}
 * @param split how to make the split of training and test again, such as {@code fixed
 *     emobox-ravdess fold 1}; null if nothing was held out
 * @param metrics figures on the held-out clips by name, such as {@code uar}; sorted by name
 * @param provenance where the model comes from
 * @param neutralVoices neutral voices that explanations hold a clip against; null for those that
 *     Emotone brings along
 * @param adaptation how the model was adapted to a voice or a channel; null for a model as it was
 *     trained
 * @param guard what the model was trained on, to tell what is unlike it; null where it does not
 *     know
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "formatVersion",
  "name",
  "classes",
  "labelMap",
  "labelBy",
  "frontEnd",
  "calibration",
  "uncertainBelow",
  "corpora",
  "protocol",
  "split",
  "metrics",
  "provenance",
  "neutralVoices",
  "adaptation",
  "guard"
})
public record Manifest(
    @JsonProperty(required = true) int formatVersion,
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) List<String> classes,
    @JsonProperty(required = true) Map<String, String> labelMap,
    @Nullable String labelBy,
    @JsonProperty(required = true) FrontEnd frontEnd,
    @JsonProperty(required = true) Calibration calibration,
    @JsonProperty(required = true) double uncertainBelow,
    @JsonProperty(required = true) List<TrainingCorpus> corpora,
    @JsonProperty(required = true) String protocol,
    @Nullable String split,
    @JsonProperty(required = true) Map<String, Double> metrics,
    @JsonProperty(required = true) Provenance provenance,
    @Nullable List<NeutralVoice> neutralVoices,
    @Nullable Adaptation adaptation,
    @Nullable Guard guard) {

  /** The layout that this Emotone writes, and the only one that it reads. */
  public static final int FORMAT_VERSION = 1;

  /** Checks every part and takes copies of the collections. */
  public Manifest {
    checkVersion(formatVersion);
    Manifests.text("name", name, 100);
    classes = Manifests.texts("classes", classes, 2, 256);
    if (new HashSet<>(classes).size() < classes.size()) {
      throw new IllegalArgumentException("classes must differ, are " + classes);
    }
    labelMap = Collections.unmodifiableMap(new TreeMap<>(Manifests.present("labelMap", labelMap)));
    for (Map.Entry<String, String> entry : labelMap.entrySet()) {
      Manifests.text("labelMap", entry.getKey(), 100);
      if (!classes.contains(entry.getValue())) {
        throw new IllegalArgumentException(
            "labelMap."
                + entry.getKey()
                + " must be one of "
                + classes
                + ", was "
                + entry.getValue());
      }
    }
    if (labelBy != null) {
      Manifests.text("labelBy", labelBy, 100);
    }
    Manifests.present("frontEnd", frontEnd);
    Manifests.present("calibration", calibration);
    Manifests.inRange("uncertainBelow", uncertainBelow, 0, 1);
    corpora = List.copyOf(Manifests.present("corpora", corpora));
    Manifests.text("protocol", protocol, 1000);
    if (split != null) {
      Manifests.text("split", split, 1000);
    }
    metrics = Collections.unmodifiableMap(new TreeMap<>(Manifests.present("metrics", metrics)));
    metrics.forEach(Manifest::checkMetric);
    Manifests.present("provenance", provenance);
    List<Double> bias = calibration.bias();
    if (bias != null && bias.size() != classes.size()) {
      throw new IllegalArgumentException(
          "calibration.bias must have a value for each of the "
              + classes.size()
              + " classes, has "
              + bias.size());
    }
    checkGuard(guard, frontEnd);
    if (neutralVoices != null) {
      neutralVoices = List.copyOf(neutralVoices);
      if (neutralVoices.isEmpty() || neutralVoices.size() > 100) {
        throw new IllegalArgumentException(
            "neutralVoices must have from 1 to 100 entries, has " + neutralVoices.size());
      }
    }
  }

  /** A manifest of a model as it was trained, without neutral voices of its own and a guard. */
  public Manifest(
      int formatVersion,
      String name,
      List<String> classes,
      Map<String, String> labelMap,
      @Nullable String labelBy,
      FrontEnd frontEnd,
      Calibration calibration,
      double uncertainBelow,
      List<TrainingCorpus> corpora,
      String protocol,
      @Nullable String split,
      Map<String, Double> metrics,
      Provenance provenance) {
    this(
        formatVersion,
        name,
        classes,
        labelMap,
        labelBy,
        frontEnd,
        calibration,
        uncertainBelow,
        corpora,
        protocol,
        split,
        metrics,
        provenance,
        null,
        null,
        null);
  }

  /** The same with another guard, or without one. */
  public Manifest withGuard(@Nullable Guard other) {
    return new Manifest(
        formatVersion,
        name,
        classes,
        labelMap,
        labelBy,
        frontEnd,
        calibration,
        uncertainBelow,
        corpora,
        protocol,
        split,
        metrics,
        provenance,
        neutralVoices,
        adaptation,
        other);
  }

  /** A manifest whose classes have the names of the emotions. */
  public Manifest(
      int formatVersion,
      String name,
      List<String> classes,
      FrontEnd frontEnd,
      Calibration calibration,
      double uncertainBelow,
      List<TrainingCorpus> corpora,
      String protocol,
      @Nullable String split,
      Map<String, Double> metrics,
      Provenance provenance) {
    this(
        formatVersion,
        name,
        classes,
        Map.of(),
        null,
        frontEnd,
        calibration,
        uncertainBelow,
        corpora,
        protocol,
        split,
        metrics,
        provenance);
  }

  /**
   * The class of an emotion, by its id; null if the model has none for it, or if its classes go by
   * something else.
   */
  public @Nullable String classOf(String emotion) {
    if (labelBy != null) {
      return null;
    }
    return labelMap.isEmpty() && classes.contains(emotion) ? emotion : labelMap.get(emotion);
  }

  /**
   * What about a recording speaks against trusting what this model says of it, in plain words: the
   * faults of the recording, and a rate below the model's.
   */
  public List<String> warnings(Quality quality) {
    List<String> warnings = new ArrayList<>(quality.warnings());
    if (quality.sampleRate() < frontEnd.sampleRate()) {
      warnings.add(
          "recorded at %d Hz: what the model hears above %d Hz (up to %d Hz) is missing"
              .formatted(
                  quality.sampleRate(), quality.sampleRate() / 2, frontEnd.sampleRate() / 2));
    }
    return warnings;
  }

  /** The guard; null if there is none, or one of the former kind ({@link Guard#of}). */
  public @Nullable Guard usableGuard() {
    return guard == null || guard.of() == null ? null : guard;
  }

  private static void checkGuard(@Nullable Guard guard, FrontEnd frontEnd) {
    int size = FeatureSummary.size(frontEnd.coefficients());
    if (guard != null && guard.of() != null && guard.dimensions() != size) {
      throw new IllegalArgumentException(
          "guard.dimensions must be %d for %d coefficients, are %d"
              .formatted(size, frontEnd.coefficients(), guard.dimensions()));
    }
  }

  private static void checkVersion(int version) {
    if (version != FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "format version "
              + version
              + " is not understood; this Emotone reads version "
              + FORMAT_VERSION
              + (version > FORMAT_VERSION ? ", a newer one may read it" : ""));
    }
  }

  private static void checkMetric(String name, @Nullable Double value) {
    Manifests.text("metrics", name, 100);
    if (value == null || !Double.isFinite(value)) {
      throw new IllegalArgumentException("metrics." + name + " must be a number, was " + value);
    }
  }

  /** This manifest as indented JSON; the same manifest always gives the same text. */
  public String toJson() {
    return StrictJson.writeIndented(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException naming the place and what is wrong with it
   */
  public static Manifest fromJson(String json) {
    JsonNode version = StrictJson.read("manifest", json, JsonNode.class).path("formatVersion");
    if (version.isInt()) {
      checkVersion(version.intValue());
    }
    return StrictJson.read("manifest", json, Manifest.class);
  }
}
