package org.emotone.corpus.own;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;

/**
 * How loud a recording is, block by block: little to keep of an hour with many clips in it.
 *
 * @param seconds length
 * @param blockSeconds length of a block
 * @param peaks largest amplitude of each block, 0 … 1
 */
record Levels(double seconds, double blockSeconds, float[] peaks) {

  /** Of nothing. */
  static final Levels NONE = new Levels(0, 1, new float[0]);

  private static final int BLOCK_FRAMES = 1024;

  /**
   * Decodes a file to its end.
   *
   * @throws IOException if that cannot be done; the message is for the user
   */
  static Levels of(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      int channels = stream.properties().channels();
      float[] block = new float[BLOCK_FRAMES * channels];
      float[] peaks = new float[64];
      long frames = 0;
      for (int got = stream.read(block, 0, BLOCK_FRAMES);
          got >= 0;
          got = stream.read(block, 0, BLOCK_FRAMES)) {
        for (int frame = 0; frame < got; frame++, frames++) {
          int at = (int) (frames / BLOCK_FRAMES);
          peaks = at < peaks.length ? peaks : Arrays.copyOf(peaks, 2 * peaks.length);
          for (int channel = 0; channel < channels; channel++) {
            peaks[at] = Math.max(peaks[at], Math.abs(block[frame * channels + channel]));
          }
        }
      }
      double rate = stream.properties().sampleRate();
      int blocks = (int) ((frames + BLOCK_FRAMES - 1) / BLOCK_FRAMES);
      return new Levels(frames / rate, BLOCK_FRAMES / rate, Arrays.copyOf(peaks, blocks));
    }
  }

  /** The largest amplitude of a part, and of what else is in the blocks at its ends; in seconds. */
  double peak(double start, double end) {
    float peak = 0;
    int last = (int) Math.min(peaks.length, Math.ceil(end / blockSeconds));
    for (int block = (int) (start / blockSeconds); block < last; block++) {
      peak = Math.max(peak, peaks[block]);
    }
    return peak;
  }
}
