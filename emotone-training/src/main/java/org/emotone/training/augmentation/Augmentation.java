package org.emotone.training.augmentation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One thing that may be done to a training clip, or a choice of several. Which values it takes and
 * whether it is done at all is drawn for every clip anew.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AddNoise.class, name = "noise"),
  @JsonSubTypes.Type(value = RecordedNoise.class, name = "recordedNoise"),
  @JsonSubTypes.Type(value = Background.class, name = "background"),
  @JsonSubTypes.Type(value = Babble.class, name = "babble"),
  @JsonSubTypes.Type(value = Shift.class, name = "shift"),
  @JsonSubTypes.Type(value = Roll.class, name = "roll"),
  @JsonSubTypes.Type(value = Pitch.class, name = "pitch"),
  @JsonSubTypes.Type(value = Stretch.class, name = "stretch"),
  @JsonSubTypes.Type(value = Speed.class, name = "speed"),
  @JsonSubTypes.Type(value = Gain.class, name = "gain"),
  @JsonSubTypes.Type(value = Polarity.class, name = "polarity"),
  @JsonSubTypes.Type(value = Vtlp.class, name = "vtlp"),
  @JsonSubTypes.Type(value = Reverb.class, name = "reverb"),
  @JsonSubTypes.Type(value = BandLimit.class, name = "bandLimit"),
  @JsonSubTypes.Type(value = Phone.class, name = "phone"),
  @JsonSubTypes.Type(value = Codec.class, name = "codec"),
  @JsonSubTypes.Type(value = Clipping.class, name = "clipping"),
  @JsonSubTypes.Type(value = Gaps.class, name = "gaps"),
  @JsonSubTypes.Type(value = TimeStretch.class, name = "timeStretch"),
  @JsonSubTypes.Type(value = FrequencyStretch.class, name = "frequencyStretch"),
  @JsonSubTypes.Type(value = SpecAugment.class, name = "specAugment"),
  @JsonSubTypes.Type(value = FeatureNoise.class, name = "featureNoise"),
  @JsonSubTypes.Type(value = Sequence.class, name = "sequence"),
  @JsonSubTypes.Type(value = OneOf.class, name = "oneOf"),
  @JsonSubTypes.Type(value = SomeOf.class, name = "someOf")
})
public sealed interface Augmentation permits SoundAugmentation, FeatureAugmentation, Composition {

  /** The probability that it is done, 0 to 1. */
  double p();

  /** The same with relative paths taken from a folder. */
  default Augmentation from(Path folder) {
    return this;
  }

  /** What tells the recordings that it adds from others; empty if it adds none. */
  default String recordings() throws IOException {
    return "";
  }

  /**
   * Looks whether the files that it needs are there.
   *
   * @throws IOException if not, in one line
   */
  default void check() throws IOException {}
}
