package org.emotone.cue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How neutral speech of some voices sounds: what a clip is held against.
 *
 * @param name what they are called in a sentence, such as {@code neutral women's voices}
 * @param clips how many clips were measured
 * @param speakers how many people spoke them
 * @param pitch see {@link VoiceCues#pitch}
 * @param energy see {@link VoiceCues#energy}
 * @param rate see {@link VoiceCues#rate}
 * @param tilt see {@link VoiceCues#tilt}
 */
@JsonPropertyOrder({"name", "clips", "speakers", "pitch", "energy", "rate", "tilt"})
public record NeutralVoice(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) int clips,
    @JsonProperty(required = true) int speakers,
    @JsonProperty(required = true) CueStatistics pitch,
    @JsonProperty(required = true) CueStatistics energy,
    @JsonProperty(required = true) CueStatistics rate,
    @JsonProperty(required = true) CueStatistics tilt) {

  /** Checks that something was measured. */
  public NeutralVoice {
    if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "name must have 1 to 100 characters and no control characters, was \"" + name + "\"");
    }
    if (clips < 1 || speakers < 1) {
      throw new IllegalArgumentException(
          "clips and speakers must be at least 1, were " + clips + " and " + speakers);
    }
  }

  /**
   * Of measured clips.
   *
   * @param name what they are called in a sentence
   * @param speakers how many people spoke them
   * @param clips the cues of neutral clips, at least one
   */
  public static NeutralVoice of(String name, int speakers, List<VoiceCues> clips) {
    return new NeutralVoice(
        name,
        clips.size(),
        speakers,
        statistics(Cue.PITCH, clips),
        statistics(Cue.ENERGY, clips),
        statistics(Cue.RATE, clips),
        statistics(Cue.TILT, clips));
  }

  private static CueStatistics statistics(Cue cue, List<VoiceCues> clips) {
    double[] values = clips.stream().mapToDouble(clip -> clip.get(cue)).toArray();
    return CueStatistics.of(values, cue.leastDeviation());
  }

  /** How a cue is spread. */
  public CueStatistics get(Cue cue) {
    return switch (cue) {
      case PITCH -> pitch;
      case ENERGY -> energy;
      case RATE -> rate;
      case TILT -> tilt;
    };
  }

  /** How far each cue of a clip is from this voice, the farthest first. */
  public List<CueDifference> differences(VoiceCues clip) {
    List<CueDifference> differences = new ArrayList<>();
    for (Cue cue : Cue.values()) {
      CueStatistics usual = get(cue);
      double difference = clip.get(cue) - usual.mean();
      differences.add(
          new CueDifference(cue, clip.get(cue), difference, difference / usual.deviation()));
    }
    differences.sort(
        Comparator.comparingDouble((CueDifference d) -> Math.abs(d.deviations())).reversed());
    return List.copyOf(differences);
  }

  /** Of several voices the one whose pitch is nearest to a clip's, in semitones. */
  public static NeutralVoice nearest(List<NeutralVoice> voices, VoiceCues clip) {
    NeutralVoice[] sorted = voices.toArray(NeutralVoice[]::new);
    Arrays.sort(
        sorted, Comparator.comparingDouble(voice -> Math.abs(voice.pitch.mean() - clip.pitch())));
    if (sorted.length == 0) {
      throw new IllegalArgumentException("voices must hold at least one");
    }
    return sorted[0];
  }
}
