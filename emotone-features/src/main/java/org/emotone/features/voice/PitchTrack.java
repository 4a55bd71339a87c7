package org.emotone.features.voice;

import java.util.Arrays;

/**
 * The pitch of a clip over time; frame {@code i} is centred on second {@code i × hopSeconds},
 * unless the tracker that made it pads nothing.
 *
 * @param hz the pitch of each frame in Hz, above 0; where the frame is not voiced, the tracker's
 *     best guess
 * @param voicing how periodic or how probably voiced each frame is, 0 to 1, as its tracker defines
 * @param voiced whether each frame is voiced
 * @param hopSeconds time from one frame to the next in seconds
 */
public record PitchTrack(float[] hz, float[] voicing, boolean[] voiced, double hopSeconds) {

  /** Checks that there is one value of each kind for each frame. */
  public PitchTrack {
    if (hz.length != voicing.length || hz.length != voiced.length) {
      throw new IllegalArgumentException(
          "a pitch track needs as many values of each kind, had %d, %d and %d"
              .formatted(hz.length, voicing.length, voiced.length));
    }
  }

  /** Number of frames. */
  public int frames() {
    return hz.length;
  }

  /** The pitch of the voiced frames in Hz, in their order; empty if none is voiced. */
  public float[] voicedHz() {
    float[] pitches = new float[hz.length];
    int count = 0;
    for (int i = 0; i < hz.length; i++) {
      if (voiced[i]) {
        pitches[count++] = hz[i];
      }
    }
    return Arrays.copyOf(pitches, count);
  }

  /** The share of voiced frames, 0 to 1; 0 if there are no frames. */
  public double voicedShare() {
    return hz.length == 0 ? 0 : (double) voicedHz().length / hz.length;
  }
}
