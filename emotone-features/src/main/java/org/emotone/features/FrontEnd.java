package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.SilenceTrimmer;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;
import org.jspecify.annotations.Nullable;

/**
 * The way from a waveform to what a network reads: resample, trim, extract, normalise, and bring to
 * an accepted length.
 *
 * <p>It is data, and travels with the network that was trained behind it, so that serving computes
 * exactly what training saw. All methods are safe for use by several threads.
 *
 * @param sampleRate the rate at which features are computed, in Hz, 1000 to 384 000
 * @param trim how silence is cut off, or null to leave it
 * @param features what is extracted
 * @param normalisation how it is centred and scaled, over the trimmed clip
 * @param length the accepted lengths
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"sampleRate", "trim", "features", "normalisation", "length"})
public record FrontEnd(
    int sampleRate,
    @Nullable Trim trim,
    Extractor features,
    Normalisation normalisation,
    Length length) {

  /** For speech: 16 kHz, nothing trimmed, {@link LogMel#SPEECH}, normalised per clip. */
  public static final FrontEnd SPEECH = of(null, null, null, null, null);

  /** Checks that the parts fit each other. */
  public FrontEnd {
    Bounds.check("sampleRate", sampleRate, 1000, 384_000);
    features.checkRate(sampleRate);
  }

  /** Fills in the values of {@link #SPEECH} for what is left out (null). */
  @JsonCreator
  public static FrontEnd of(
      @JsonProperty("sampleRate") @Nullable Integer sampleRate,
      @JsonProperty("trim") @Nullable Trim trim,
      @JsonProperty("features") @Nullable Extractor features,
      @JsonProperty("normalisation") @Nullable Normalisation normalisation,
      @JsonProperty("length") @Nullable Length length) {
    return new FrontEnd(
        sampleRate == null ? 16_000 : sampleRate,
        trim,
        features == null ? LogMel.SPEECH : features,
        normalisation == null ? Normalisation.PER_CLIP : normalisation,
        length == null ? Length.SPEECH : length);
  }

  /**
   * The features of the whole clip, {@code [frames][coefficients]}, before the length policy.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public FeatureMatrix extract(Waveform waveform) {
    Finite.check(waveform.samples());
    Waveform clip = Resampler.resample(waveform, sampleRate, ResamplingQuality.STANDARD);
    if (trim != null) {
      clip = new SilenceTrimmer(trim.topDb(), trim.frameLength(), trim.hopLength()).trim(clip);
    }
    return normalisation.apply(features.extract(clip));
  }

  /**
   * The features of a clip at a length that the network accepts, {@code [frames][coefficients]}.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public FeatureMatrix apply(Waveform waveform) {
    return length.apply(extract(waveform));
  }

  /** Number of values per frame. */
  public int coefficients() {
    return features.coefficients();
  }

  /** This front-end as JSON on one line; the same front-end always gives the same text. */
  public String toJson() {
    return StrictJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote, or any JSON that leaves out what has a default.
   *
   * @throws IllegalArgumentException naming the place and what is wrong with it: not JSON, an
   *     unknown key, a value out of range
   */
  public static FrontEnd fromJson(String json) {
    return StrictJson.read("front-end", json, FrontEnd.class);
  }
}
