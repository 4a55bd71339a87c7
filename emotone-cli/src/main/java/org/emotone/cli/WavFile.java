package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.emotone.audio.WavSink;
import org.emotone.audio.Waveform;

/** Writes what is in memory, as 16-bit WAV of any number of channels. */
final class WavFile {

  private WavFile() {}

  /** Writes waveforms of one length and rate as the channels of a file. */
  static void write(Path file, Waveform... channels) throws IOException {
    int frames = channels[0].length();
    float[] interleaved = new float[Math.multiplyExact(frames, channels.length)];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = channels[i % channels.length].samples()[i / channels.length];
    }
    int rate = channels[0].sampleRate();
    try (WavSink sink = new WavSink(file, rate, channels.length, WavSink.Encoding.S16)) {
      sink.write(interleaved, frames);
    }
  }
}
