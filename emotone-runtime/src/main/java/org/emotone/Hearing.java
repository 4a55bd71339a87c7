package org.emotone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.MonoMix;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.QualityMeter;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.ResamplingStream;
import org.emotone.audio.signal.Segment;

/**
 * Reads a recording of any length in bounded memory: mixes its channels, brings it to a model's
 * rate, measures its quality, and hands it on in parts. One of up to {@value #WHOLE_SECONDS} s is a
 * single part; a longer one comes in parts of {@value #PART_SECONDS} s and a last one of up to
 * {@value #WHOLE_SECONDS} s.
 */
final class Hearing {
  static final int WHOLE_SECONDS = 60;
  static final int PART_SECONDS = 30;

  private final int rate;
  private final Consumer<Waveform> parts;
  private final ResamplingStream resampling;
  private final QualityMeter meter;
  private final int sourceRate;
  private final int channels;
  private final List<Segment> speech = new ArrayList<>();
  private float[] pending;
  private int length;

  /**
   * Begins.
   *
   * @param source what is read
   * @param rate of the parts, in Hz
   * @param parts takes them in their order
   */
  Hearing(AudioProperties source, int rate, Consumer<Waveform> parts) {
    this.rate = rate;
    this.parts = parts;
    sourceRate = source.sampleRate();
    channels = source.channels();
    resampling = new ResamplingStream(sourceRate, rate, ResamplingQuality.HIGH);
    meter = new QualityMeter(sourceRate, channels);
    pending = new float[rate];
  }

  /** Reads all of a stream, second by second. */
  void hear(AudioStream stream, HearingListener listener) throws IOException {
    long total = stream.properties().frames();
    float[] block = new float[sourceRate * channels];
    long heard = 0;
    for (int got; (got = stream.read(block, 0, sourceRate)) > 0; ) {
      hear(block, got);
      heard += got;
      listener.heard(
          (double) heard / sourceRate, total < 0 ? Double.NaN : (double) total / sourceRate);
    }
  }

  /** Takes the next frames, the channels of each side by side. */
  void hear(float[] interleaved, int frames) {
    speech.addAll(meter.add(interleaved, frames));
    append(resampling.next(MonoMix.of(interleaved, frames, channels)));
    while (length >= WHOLE_SECONDS * rate) {
      handOn(PART_SECONDS * rate);
    }
  }

  /** After the last frame: hands on what is left, and says what was measured. */
  Quality end() {
    append(resampling.end());
    handOn(length);
    speech.addAll(meter.end());
    return meter.quality();
  }

  /** Seconds of speech in each part. */
  double[] speechSeconds(int count) {
    double[] seconds = new double[count];
    for (Segment segment : speech) {
      for (int part = 0; part < count; part++) {
        double from = Math.max(segment.start(), part * (double) PART_SECONDS);
        double to = part + 1 == count ? segment.end() : (part + 1.0) * PART_SECONDS;
        seconds[part] += Math.max(0, Math.min(segment.end(), to) - from);
      }
    }
    return seconds;
  }

  private void append(float[] samples) {
    if (samples.length > pending.length - length) {
      pending = Arrays.copyOf(pending, Math.max(length + samples.length, 2 * length));
    }
    System.arraycopy(samples, 0, pending, length, samples.length);
    length += samples.length;
  }

  private void handOn(int samples) {
    parts.accept(new Waveform(Arrays.copyOf(pending, samples), rate));
    length -= samples;
    System.arraycopy(pending, samples, pending, 0, length);
  }
}
