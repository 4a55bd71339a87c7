package org.emotone.output;

import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.audio.signal.Quality;

/** The quality of a recording, for programs. */
public final class QualityFields {

  private QualityFields() {}

  /**
   * All of it by name, in the order of the record.
   *
   * @return numbers, and a list of numbers for the dead channels; what is not finite is left out
   */
  public static Map<String, Object> of(Quality quality) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("seconds", quality.seconds());
    values.put("sampleRate", quality.sampleRate());
    values.put("channels", quality.channels());
    values.put("peakDb", quality.peakDb());
    values.put("rmsDb", quality.rmsDb());
    values.put("clipped", quality.clipped());
    values.put("silence", quality.silence());
    values.put("snrDb", quality.snrDb());
    values.put("bandwidthHz", quality.bandwidthHz());
    values.put("dcOffset", quality.dcOffset());
    values.put("deadChannels", quality.deadChannels());
    values.values().removeIf(value -> value instanceof Double d && !Double.isFinite(d));
    return values;
  }
}
