package org.emotone.speaker;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.emotone.HearingListener;
import org.emotone.audio.AudioStream;
import org.emotone.audio.MonoMix;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.ResamplingQuality;
import org.emotone.audio.signal.ResamplingStream;
import org.emotone.audio.signal.Segment;

/** Cuts stretches of speech out of a recording while it is read, at another rate and in mono. */
final class SpeechCutter {

  /** A longer stretch is handed on in parts, so that memory stays bounded, in seconds. */
  private static final int MOST_SECONDS = 60;

  private final int rate;
  private final List<Segment> speech;
  private final BiConsumer<Double, Waveform> taker;
  private int stretch;
  private long position;
  private float[] pending = new float[0];
  private int length;
  private double start;

  /**
   * A cutter.
   *
   * @param rate of the stretches, in Hz
   * @param speech in order, without overlap
   * @param taker takes the start of each stretch in seconds, and its samples
   */
  SpeechCutter(int rate, List<Segment> speech, BiConsumer<Double, Waveform> taker) {
    this.rate = rate;
    this.speech = speech;
    this.taker = taker;
    if (!speech.isEmpty()) {
      start = speech.get(0).start();
    }
  }

  /** Reads a stream to its end. */
  void read(AudioStream stream, HearingListener listener) throws IOException {
    int from = stream.properties().sampleRate();
    int channels = stream.properties().channels();
    long total = stream.properties().frames();
    ResamplingStream resampling = new ResamplingStream(from, rate, ResamplingQuality.HIGH);
    float[] block = new float[from * channels];
    long heard = 0;
    for (int got; (got = stream.read(block, 0, from)) > 0; ) {
      take(resampling.next(MonoMix.of(block, got, channels)));
      heard += got;
      listener.heard((double) heard / from, total < 0 ? Double.NaN : (double) total / from);
    }
    take(resampling.end());
    handOn();
  }

  private void take(float[] samples) {
    int at = 0;
    while (at < samples.length && stretch < speech.size()) {
      Segment now = speech.get(stretch);
      long begin = Math.round(now.start() * rate);
      long end = Math.round(now.end() * rate);
      if (position < begin) {
        int skip = (int) Math.min(samples.length - at, begin - position);
        at += skip;
        position += skip;
        continue;
      }
      int take = (int) Math.min(samples.length - at, end - position);
      append(samples, at, Math.max(0, take));
      at += Math.max(0, take);
      position += Math.max(0, take);
      if (position >= end) {
        handOn();
        stretch++;
        start = stretch < speech.size() ? speech.get(stretch).start() : 0;
      } else if (length >= MOST_SECONDS * rate) {
        double next = start + (double) length / rate;
        handOn();
        start = next;
      }
    }
    position += samples.length - at;
  }

  private void append(float[] samples, int from, int count) {
    if (length + count > pending.length) {
      pending = Arrays.copyOf(pending, Math.max(length + count, 2 * pending.length));
    }
    System.arraycopy(samples, from, pending, length, count);
    length += count;
  }

  private void handOn() {
    if (length > 0) {
      taker.accept(start, new Waveform(Arrays.copyOf(pending, length), rate));
      length = 0;
    }
  }
}
