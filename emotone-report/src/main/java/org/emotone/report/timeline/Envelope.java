package org.emotone.report.timeline;

import java.io.IOException;
import java.util.Arrays;
import org.emotone.audio.AudioStream;

/**
 * How loud a recording is over time: the largest amplitude of each hundredth of a second, of all
 * channels together. An hour takes 1.4 MB.
 *
 * @param peaks 0 or more, 1 for full scale; not copied
 * @param duration length of the recording in seconds
 */
public record Envelope(float[] peaks, double duration) {

  private static final int PER_SECOND = 100;

  /**
   * Reads a recording to its end, in bounded memory.
   *
   * @throws IOException if it cannot be read or decoded
   */
  public static Envelope of(AudioStream stream) throws IOException {
    int channels = stream.properties().channels();
    int rate = stream.properties().sampleRate();
    float[] block = new float[rate * channels];
    float[] peaks = new float[60 * PER_SECOND];
    long frames = 0;
    for (int got; (got = stream.read(block, 0, rate)) > 0; ) {
      for (int i = 0; i < got * channels; i++) {
        int bin = (int) ((frames + i / channels) * PER_SECOND / rate);
        if (bin >= peaks.length) {
          peaks = Arrays.copyOf(peaks, 2 * peaks.length);
        }
        peaks[bin] = Math.max(peaks[bin], Math.abs(block[i]));
      }
      frames += got;
    }
    int bins = (int) Math.ceil((double) frames * PER_SECOND / rate);
    return new Envelope(Arrays.copyOf(peaks, bins), (double) frames / rate);
  }

  /** The largest amplitude between two times in seconds; 0 outside of the recording. */
  double peak(double from, double to) {
    int first = Math.max(0, (int) Math.floor(from * PER_SECOND));
    int last = Math.min(peaks.length, Math.max(first + 1, (int) Math.ceil(to * PER_SECOND)));
    double peak = 0;
    for (int i = first; i < last; i++) {
      peak = Math.max(peak, peaks[i]);
    }
    return peak;
  }
}
