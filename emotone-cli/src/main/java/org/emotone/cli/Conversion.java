package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.emotone.HearingListener;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavSink;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.ResamplingStream;

/**
 * A way to write a recording, or a part of it, anew, block by block.
 *
 * @param rate the new rate in Hz, 0 to keep it
 * @param quality of the change of the rate
 * @param mono whether channels are averaged
 * @param gainDb what amplitudes are raised by, in dB
 * @param encoding of the samples
 */
record Conversion(
    int rate, ResamplingQuality quality, boolean mono, double gainDb, WavSink.Encoding encoding) {

  private static final int BLOCK = 1 << 14;

  /** Nothing is changed but the format. */
  static final Conversion PLAIN =
      new Conversion(0, ResamplingQuality.HIGH, false, 0, WavSink.Encoding.S16);

  /**
   * Writes a part of a recording.
   *
   * @param start first frame
   * @param end one past the last frame, or past the end of the recording
   * @param listener hears how far it has come
   * @return frames that were written
   */
  long write(Path source, long start, long end, Path target, HearingListener listener)
      throws IOException {
    try (AudioStream in = Audio.open(source, AudioLimits.DEFAULT)) {
      int from = in.properties().sampleRate();
      int to = rate == 0 ? from : rate;
      int channels = mono ? 1 : in.properties().channels();
      ResamplingStream[] streams = new ResamplingStream[channels];
      Arrays.setAll(streams, channel -> new ResamplingStream(from, to, quality));
      try (WavSink sink = new WavSink(target, to, channels, encoding)) {
        return copy(in, start, end, streams, sink, listener);
      }
    }
  }

  private long copy(
      AudioStream in,
      long start,
      long end,
      ResamplingStream[] streams,
      WavSink sink,
      HearingListener listener)
      throws IOException {
    int channels = in.properties().channels();
    double sourceRate = in.properties().sampleRate();
    long frames = in.properties().frames();
    double total = frames < 0 ? Double.NaN : Math.min(frames, end) / sourceRate;
    float[] block = new float[BLOCK * channels];
    long at = 0;
    long written = 0;
    for (int got; at < end && (got = in.read(block, 0, BLOCK)) > 0; at += got) {
      int from = (int) Math.max(0, Math.min(got, start - at));
      int to = (int) Math.min(got, end - at);
      if (to > from) {
        float[][] parts = parts(block, channels, from, to, streams.length);
        for (int channel = 0; channel < streams.length; channel++) {
          parts[channel] = streams[channel].next(parts[channel]);
        }
        written += write(parts, sink);
      }
      listener.heard((at + got) / sourceRate, total);
    }
    float[][] rest = new float[streams.length][];
    Arrays.setAll(rest, channel -> streams[channel].end());
    return written + write(rest, sink);
  }

  /** The channels of some frames apart, or their mean. */
  private static float[][] parts(float[] block, int channels, int from, int to, int wanted) {
    float[][] parts = new float[wanted][to - from];
    for (int frame = from; frame < to; frame++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        float sample = block[frame * channels + channel];
        sum += sample;
        if (wanted == channels) {
          parts[channel][frame - from] = sample;
        }
      }
      if (wanted < channels) {
        parts[0][frame - from] = (float) (sum / channels);
      }
    }
    return parts;
  }

  private long write(float[][] parts, WavSink sink) throws IOException {
    int frames = parts[0].length;
    float[] interleaved = new float[frames * parts.length];
    float gain = (float) Math.pow(10, gainDb / 20);
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = gain * parts[i % parts.length][i / parts.length];
    }
    sink.write(interleaved, frames);
    return frames;
  }
}
