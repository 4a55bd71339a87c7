package org.emotone.features.gemaps;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** The published versions of the parameter set, with openSMILE's names and order. */
public enum GemapsSet {
  /** The minimalistic set: 62 functionals. */
  @JsonProperty("gemapsV01b")
  GEMAPS_V01B(false),
  /** The extended set: 88 functionals. */
  @JsonProperty("egemapsV02")
  EGEMAPS_V02(true);

  private static final List<String> FULL =
      List.of(
          "amean",
          "stddevNorm",
          "percentile20.0",
          "percentile50.0",
          "percentile80.0",
          "pctlrange0-2",
          "meanRisingSlope",
          "stddevRisingSlope",
          "meanFallingSlope",
          "stddevFallingSlope");

  private static final List<String> SHORT = List.of("amean", "stddevNorm");

  private final boolean extended;

  GemapsSet(boolean extended) {
    this.extended = extended;
  }

  /** Whether it is the extended set. */
  boolean extended() {
    return extended;
  }

  /** Number of functionals. */
  public int size() {
    return extended ? 88 : 62;
  }

  /** The names of the functionals in their order. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    add(names, List.of("F0semitoneFrom27.5Hz"), "_sma3nz", FULL);
    add(names, List.of("loudness"), "_sma3", FULL);
    List<String> cepstra = List.of("mfcc1", "mfcc2", "mfcc3", "mfcc4");
    if (extended) {
      add(names, List.of("spectralFlux"), "_sma3", SHORT);
      add(names, cepstra, "_sma3", SHORT);
    }
    add(names, List.of("jitterLocal", "shimmerLocaldB", "HNRdBACF"), "_sma3nz", SHORT);
    add(names, List.of("logRelF0-H1-H2", "logRelF0-H1-A3"), "_sma3nz", SHORT);
    for (int i = 1; i <= 3; i++) {
      String formant = "F" + i;
      add(names, List.of(formant + "frequency"), "_sma3nz", SHORT);
      if (extended || i == 1) {
        add(names, List.of(formant + "bandwidth"), "_sma3nz", SHORT);
      }
      add(names, List.of(formant + "amplitudeLogRelF0"), "_sma3nz", SHORT);
    }
    add(names, spectral("V"), "_sma3nz", SHORT);
    if (extended) {
      cepstra.forEach(name -> add(names, List.of(name + "V"), "_sma3nz", SHORT));
    }
    add(names, spectral("UV"), "_sma3nz", List.of("amean"));
    names.addAll(
        List.of(
            "loudnessPeaksPerSec",
            "VoicedSegmentsPerSec",
            "MeanVoicedSegmentLengthSec",
            "StddevVoicedSegmentLengthSec",
            "MeanUnvoicedSegmentLength",
            "StddevUnvoicedSegmentLength"));
    if (extended) {
      names.add("equivalentSoundLevel_dBp");
    }
    return List.copyOf(names);
  }

  private List<String> spectral(String voicing) {
    List<String> names =
        new ArrayList<>(
            List.of(
                "alphaRatio" + voicing,
                "hammarbergIndex" + voicing,
                "slope" + voicing + "0-500",
                "slope" + voicing + "500-1500"));
    if (extended) {
      names.add("spectralFlux" + voicing);
    }
    return names;
  }

  private static void add(
      List<String> names, List<String> contours, String smoothing, List<String> functionals) {
    for (String contour : contours) {
      functionals.forEach(functional -> names.add(contour + smoothing + "_" + functional));
    }
  }
}
