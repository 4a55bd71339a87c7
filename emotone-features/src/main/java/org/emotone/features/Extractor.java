package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.emotone.audio.Waveform;

/**
 * A kind of feature, with its parameters.
 *
 * <p>In JSON and YAML an extractor is an object whose {@code type} is the record's name with a
 * small first letter, such as {@code {type: logMel, bands: 64}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LogMel.class, name = "logMel"),
  @JsonSubTypes.Type(value = Mfcc.class, name = "mfcc"),
  @JsonSubTypes.Type(value = WithDeltas.class, name = "withDeltas")
})
public sealed interface Extractor permits LogMel, Mfcc, WithDeltas {

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
