package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.emotone.audio.Waveform;

/**
 * A kind of feature, with its parameters.
 *
 * <p>In JSON and YAML an extractor is an object whose {@code type} names it, such as {@code {type:
 * logMel, bands: 64}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LogMel.class, name = "logMel"),
  @JsonSubTypes.Type(value = MelPower.class, name = "melPower"),
  @JsonSubTypes.Type(value = Mfcc.class, name = "mfcc"),
  @JsonSubTypes.Type(value = PcenBands.class, name = "pcen"),
  @JsonSubTypes.Type(value = Chroma.class, name = "chroma"),
  @JsonSubTypes.Type(value = ConstantQChroma.class, name = "constantQChroma"),
  @JsonSubTypes.Type(value = TonalCentroids.class, name = "tonnetz"),
  @JsonSubTypes.Type(value = Contrast.class, name = "contrast"),
  @JsonSubTypes.Type(value = Shapes.class, name = "shapes"),
  @JsonSubTypes.Type(value = Polynomial.class, name = "polynomial"),
  @JsonSubTypes.Type(value = Rms.class, name = "rms"),
  @JsonSubTypes.Type(value = ZeroCrossings.class, name = "zeroCrossings"),
  @JsonSubTypes.Type(value = KaldiBands.class, name = "kaldiBands"),
  @JsonSubTypes.Type(value = KaldiMfcc.class, name = "kaldiMfcc"),
  @JsonSubTypes.Type(value = Gemaps.class, name = "gemaps"),
  @JsonSubTypes.Type(value = GemapsContours.class, name = "gemapsContours"),
  @JsonSubTypes.Type(value = WithDeltas.class, name = "withDeltas"),
  @JsonSubTypes.Type(value = Concatenated.class, name = "concatenated"),
  @JsonSubTypes.Type(value = Pooled.class, name = "pooled"),
  @JsonSubTypes.Type(value = CoefficientMean.class, name = "coefficientMean")
})
public sealed interface Extractor
    permits LogMel,
        MelExtractor,
        StftExtractor,
        LevelExtractor,
        KaldiExtractor,
        ConstantQChroma,
        TonalCentroids,
        Gemaps,
        GemapsContours,
        WithDeltas,
        Concatenated,
        Pooled,
        CoefficientMean {

  /** Number of values per frame. */
  int coefficients();

  /** Time from one frame to the next, in seconds, of clips of a sample rate in Hz. */
  double hopSeconds(int sampleRate);

  /**
   * Number of frames of a clip.
   *
   * @param samples length of the clip, at least 1
   * @param sampleRate its rate in Hz
   */
  long frames(int samples, int sampleRate);

  /**
   * The features of a clip at its own sample rate.
   *
   * @throws IllegalArgumentException if the clip is empty, holds a sample that is not finite, or
   *     has a rate that does not fit
   */
  FeatureMatrix extract(Waveform waveform);

  /**
   * Checks that the parameters make sense at a sample rate.
   *
   * @throws IllegalArgumentException naming the parameter and what is allowed
   */
  void checkRate(int sampleRate);
}
