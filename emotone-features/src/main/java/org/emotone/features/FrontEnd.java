package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Level;
import org.emotone.audio.signal.Range;
import org.emotone.audio.signal.Resampler;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.SilenceTrimmer;
import org.emotone.features.check.Bounds;
import org.emotone.features.check.Finite;
import org.emotone.features.scaling.Scaler;
import org.jspecify.annotations.Nullable;

/**
 * The way from a waveform to what a network reads: resample, trim, cut, bring to a level, extract,
 * normalise, scale, and bring to an accepted length.
 *
 * <p>It is data, and travels with the network that was trained behind it, so that serving computes
 * exactly what training saw. All methods are safe for use by several threads.
 *
 * @param sampleRate the rate at which features are computed, in Hz, 1000 to 384 000
 * @param trim how silence is cut off, or null to leave it
 * @param cut what part is taken after that, or null for all
 * @param level the root mean square in dB relative to full scale, −60 to 0, to which that part is
 *     brought, so that nothing depends on how loud a recording is; or null to leave it as it is
 * @param features what is extracted
 * @param normalisation how it is centred and scaled, over the trimmed clip
 * @param scaler what was fitted on training data and scales each coefficient, or null
 * @param length the accepted lengths
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "sampleRate",
  "trim",
  "cut",
  "level",
  "features",
  "normalisation",
  "scaler",
  "length"
})
public record FrontEnd(
    int sampleRate,
    @Nullable Trim trim,
    @Nullable Cut cut,
    @Nullable Double level,
    Extractor features,
    Normalisation normalisation,
    @Nullable Scaler scaler,
    Length length) {

  /** For speech: 16 kHz, nothing trimmed, {@link LogMel#SPEECH}, normalised per clip. */
  public static final FrontEnd SPEECH = of(null, null, null, null, null);

  /** How recordings at other rates are resampled, as a whole and as a stream. */
  static final ResamplingQuality RESAMPLING = ResamplingQuality.HIGH;

  /** Checks that the parts fit each other. */
  public FrontEnd {
    Bounds.check("sampleRate", sampleRate, 1000, 384_000);
    if (level != null) {
      Bounds.check("level", level, -60, 0);
    }
    features.checkRate(sampleRate);
    if (scaler != null && scaler.inputs() != features.coefficients()) {
      throw new IllegalArgumentException(
          "scaler was fitted on "
              + scaler.inputs()
              + " coefficients but the features have "
              + features.coefficients());
    }
  }

  /** A front-end that takes the whole clip, at any level, and has no scaler. */
  public FrontEnd(
      int sampleRate,
      @Nullable Trim trim,
      Extractor features,
      Normalisation normalisation,
      Length length) {
    this(sampleRate, trim, null, null, features, normalisation, null, length);
  }

  /** Fills in the values of {@link #SPEECH} for what is left out (null). */
  public static FrontEnd of(
      @Nullable Integer sampleRate,
      @Nullable Trim trim,
      @Nullable Extractor features,
      @Nullable Normalisation normalisation,
      @Nullable Length length) {
    return of(null, sampleRate, trim, null, null, features, normalisation, null, length);
  }

  /**
   * Fills in the values of a preset, or of {@link #SPEECH} if there is none, for what is left out
   * (null). Without a preset, {@link Pooled} features have one row unless a length says otherwise.
   */
  @JsonCreator
  public static FrontEnd of(
      @JsonProperty("preset") @Nullable Preset preset,
      @JsonProperty("sampleRate") @Nullable Integer sampleRate,
      @JsonProperty("trim") @Nullable Trim trim,
      @JsonProperty("cut") @Nullable Cut cut,
      @JsonProperty("level") @Nullable Double level,
      @JsonProperty("features") @Nullable Extractor features,
      @JsonProperty("normalisation") @Nullable Normalisation normalisation,
      @JsonProperty("scaler") @Nullable Scaler scaler,
      @JsonProperty("length") @Nullable Length length) {
    FrontEnd base = preset == null ? null : preset.frontEnd();
    if (base == null) {
      return new FrontEnd(
          sampleRate == null ? 16_000 : sampleRate,
          trim,
          cut,
          level,
          features == null ? LogMel.SPEECH : features,
          normalisation == null ? Normalisation.PER_CLIP : normalisation,
          scaler,
          length == null ? usual(features) : length);
    }
    return new FrontEnd(
        sampleRate == null ? base.sampleRate : sampleRate,
        trim == null ? base.trim : trim,
        cut == null ? base.cut : cut,
        level == null ? base.level : level,
        features == null ? base.features : features,
        normalisation == null ? base.normalisation : normalisation,
        scaler == null ? base.scaler : scaler,
        length == null ? base.length : length);
  }

  /** Functionals of a whole clip are one row, which filling up would bury under zeros. */
  private static Length usual(@Nullable Extractor features) {
    return features instanceof Pooled ? Length.ONE_FRAME : Length.SPEECH;
  }

  /** This front-end with every clip brought to a level, in dB of full scale, or left (null). */
  public FrontEnd withLevel(@Nullable Double rmsDb) {
    return new FrontEnd(sampleRate, trim, cut, rmsDb, features, normalisation, scaler, length);
  }

  /** This front-end with a scaler that was fitted on its features, or without one (null). */
  public FrontEnd withScaler(@Nullable Scaler fitted) {
    return new FrontEnd(sampleRate, trim, cut, level, features, normalisation, fitted, length);
  }

  /**
   * The features of the whole clip, {@code [frames][coefficients]}, before the length policy:
   * {@link #resample}, {@link #speech} and {@link #analyse} one after the other.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public FeatureMatrix extract(Waveform waveform) {
    Waveform clip = resample(waveform);
    return analyse(clip, speech(clip));
  }

  /**
   * The first stage: the clip at {@link #sampleRate}, which nothing else decides on.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public Waveform resample(Waveform waveform) {
    Finite.check(waveform.samples());
    return Resampler.resample(waveform, sampleRate, RESAMPLING);
  }

  /** The second stage: the part of a resampled clip that is analysed; all of it without a trim. */
  public Range speech(Waveform resampled) {
    return trim == null
        ? new Range(0, resampled.length())
        : new SilenceTrimmer(trim.topDb(), trim.frameLength(), trim.hopLength()).find(resampled);
  }

  /**
   * The third stage: cut, level, features, normalisation and scaler of a part of a resampled clip.
   */
  public FeatureMatrix analyse(Waveform resampled, Range part) {
    Waveform clip = part.length() == resampled.length() ? resampled : part.of(resampled);
    if (cut != null) {
      clip = cut.apply(clip);
    }
    if (level != null) {
      clip = atLevel(clip, level);
    }
    FeatureMatrix matrix = normalisation.apply(features.extract(clip));
    if (scaler == null) {
      return matrix;
    }
    float[] scaled = scaler.apply(matrix.values(), matrix.frames());
    return new FeatureMatrix(scaled, matrix.frames(), scaler.outputs());
  }

  private static Waveform atLevel(Waveform clip, double level) {
    double rms = Level.of(clip).rmsDb();
    return Double.isInfinite(rms) ? clip : Level.gain(clip, level - rms);
  }

  /**
   * The features of a clip at a length that the network accepts, {@code [frames][coefficients]}.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   */
  public FeatureMatrix apply(Waveform waveform) {
    return length.apply(extract(waveform));
  }

  /**
   * Features of a clip that comes block by block.
   *
   * @param rate of what comes, in Hz
   * @throws IllegalArgumentException saying which part of this front-end needs the whole clip, and
   *     so cannot be streamed
   */
  public FeatureStream stream(int rate) {
    return new FeatureStream(this, rate);
  }

  /** Number of values per frame. */
  public int coefficients() {
    return scaler == null ? features.coefficients() : scaler.outputs();
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
