package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;

/** Reads the channels of a recording apart. */
final class Channels {

  private static final int BLOCK = 8192;

  private Channels() {}

  /**
   * The channels.
   *
   * @throws IOException if the file cannot be read or holds no sound
   */
  static Waveform[] read(Path file) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      int channels = stream.properties().channels();
      float[] block = new float[BLOCK * channels];
      float[][] samples = new float[channels][1 << 16];
      int length = 0;
      for (int got; (got = stream.read(block, 0, BLOCK)) > 0; length += got) {
        for (int channel = 0; channel < channels; channel++) {
          if (length + got > samples[channel].length) {
            samples[channel] = Arrays.copyOf(samples[channel], 2 * (length + got));
          }
          for (int frame = 0; frame < got; frame++) {
            samples[channel][length + frame] = block[frame * channels + channel];
          }
        }
      }
      if (length == 0) {
        throw new IOException(file + ": holds no sound");
      }
      Waveform[] waveforms = new Waveform[channels];
      for (int channel = 0; channel < channels; channel++) {
        float[] exact = Arrays.copyOf(samples[channel], length);
        waveforms[channel] = new Waveform(exact, stream.properties().sampleRate());
      }
      return waveforms;
    }
  }
}
