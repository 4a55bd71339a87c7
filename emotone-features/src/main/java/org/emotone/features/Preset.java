package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Front-ends of published systems, by name; each says whose it is and what comes out of it. */
public enum Preset {
  /** Mean of 40 MFCC over time. */
  @JsonProperty("p1")
  P1("40 MFCC of 3 s from 0.5 s, mean over time", StockFrontEnds::meanMfcc40),
  /** Mean of 128 mel bands in dB over time. */
  @JsonProperty("p2")
  P2("128 mel bands in dB, mean over time", StockFrontEnds::meanLogMel128),
  /** 162 means: zero crossings, chroma, MFCC, RMS, mel power. */
  @JsonProperty("p3")
  P3("162 means: zero crossings, 12 chroma, 20 MFCC, RMS, 128 mel", StockFrontEnds::means162),
  /** 180 means: MFCC, chroma, mel power. */
  @JsonProperty("p4")
  P4("180 means: 40 MFCC, 12 chroma, 128 mel", StockFrontEnds::means180),
  /** 193 means: MFCC, chroma, mel power, contrast, tonnetz. */
  @JsonProperty("p5")
  P5("193 means: 40 MFCC, 12 chroma, 128 mel, 7 contrast, 6 tonnetz", StockFrontEnds::means193),
  /** 13 MFCC averaged over the coefficients, 216 frames. */
  @JsonProperty("p6")
  P6("13 MFCC averaged over coefficients, 216 frames", StockFrontEnds::averagedMfcc216),
  /** 128 mel bands in dB averaged over frequency, 259 frames. */
  @JsonProperty("p7")
  P7("mel bands up to 8 kHz averaged over frequency, 259 frames", StockFrontEnds::averagedMel259),
  /** Zero crossings, RMS and 13 MFCC, 339 frames. */
  @JsonProperty("p8")
  P8("zero crossings, RMS, 13 MFCC, 339 frames", () -> StockFrontEnds.frames15(30, 173_056)),
  /** Zero crossings, RMS and 13 MFCC, 352 frames. */
  @JsonProperty("p8b")
  P8B("zero crossings, RMS, 13 MFCC, 352 frames", () -> StockFrontEnds.frames15(25, 180_000)),
  /** 40 MFCC at 48 kHz, 282 frames. */
  @JsonProperty("p9")
  P9("40 MFCC at 48 kHz, 282 frames", StockFrontEnds::mfcc282),
  /** 128 mel bands in dB at 48 kHz, as many frames as the clip has. */
  @JsonProperty("p10")
  P10("128 mel bands in dB at 48 kHz over time", StockFrontEnds::logMel128),
  /** 34 MFCC and chroma at 48 kHz over time. */
  @JsonProperty("p11")
  P11("34 MFCC and 12 chroma at 48 kHz over time", StockFrontEnds::mfccChroma46),
  /** 153 means: MFCC, mel power, chroma. */
  @JsonProperty("p12")
  P12("153 means: 13 MFCC, 128 mel, 12 chroma", StockFrontEnds::means153),
  /** The 88 functionals of eGeMAPSv02. */
  @JsonProperty("p13")
  P13("88 functionals: eGeMAPSv02", StockFrontEnds::egemaps),
  /** 50 functionals of 65 contours and of their differences, in the manner of ComParE. */
  @JsonProperty("p13b")
  P13B("6500 functionals: 50 of 65 contours and their differences", StockFrontEnds::bruteForce);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // the suppliers have no state
  private final Supplier<FrontEnd> supplier;

  Preset(String words, Supplier<FrontEnd> supplier) {
    this.words = words;
    this.supplier = supplier;
  }

  /** The name in files and on the command line, such as {@code p9}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it is, in a few words. */
  public String words() {
    return words;
  }

  /** The front-end. */
  public FrontEnd frontEnd() {
    return supplier.get();
  }

  /**
   * The preset of a name.
   *
   * @throws IllegalArgumentException naming those that exist
   */
  public static Preset byId(String id) {
    return Arrays.stream(values())
        .filter(preset -> preset.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "preset \"" + id + "\" is unknown; allowed are " + ids()));
  }

  private static String ids() {
    return Arrays.stream(values()).map(Preset::id).collect(Collectors.joining(", "));
  }
}
