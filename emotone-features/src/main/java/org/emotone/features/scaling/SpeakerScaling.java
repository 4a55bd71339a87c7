package org.emotone.features.scaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scaling of each speaker's clips by that speaker's own statistics. It needs several clips of a
 * speaker and nobody's labels; a single clip of an unknown speaker cannot have it, so figures
 * obtained with it must say so.
 */
public final class SpeakerScaling {

  private SpeakerScaling() {}

  /**
   * A scaler for each speaker.
   *
   * @param kind by what it scales
   * @param rows frames (or pooled clips), each of the same length
   * @param speakers whose each row is, as many as rows
   */
  public static Map<String, LinearScaler> fit(
      ScalerKind kind, List<float[]> rows, List<String> speakers) {
    if (rows.size() != speakers.size()) {
      throw new IllegalArgumentException(
          "there must be a speaker for each row, are "
              + speakers.size()
              + " for "
              + rows.size()
              + " rows");
    }
    Map<String, List<float[]>> bySpeaker = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      bySpeaker.computeIfAbsent(speakers.get(i), speaker -> new ArrayList<>()).add(rows.get(i));
    }
    Map<String, LinearScaler> scalers = new LinkedHashMap<>();
    bySpeaker.forEach((speaker, own) -> scalers.put(speaker, LinearScaler.fit(kind, own)));
    return scalers;
  }
}
