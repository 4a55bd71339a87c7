package org.emotone.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.audio.SampleFormat;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.Segment;

/**
 * Recognises emotion in sound while it comes: push it in blocks of any size, and a listener hears
 * what is recognised. The same sound as a file gives the same windows and segments ({@link
 * TimelineRecognizer}), whatever the blocks. Memory does not grow with the length.
 *
 * <p>Where somebody speaks is known 0.2 s later; a window is recognised as soon as that is known of
 * its end. Not safe for use by several threads at once; several streams may share a recogniser.
 *
 * <pre>{@code
 * RecognitionStream stream =
 *     new RecognitionStream(recognizer, 48_000, 2, TimelineSettings.DEFAULT, listener);
 * for (byte[] block; (block = microphone.next()) != null; ) {
 *   stream.push(block, block.length, SampleFormat.S16LE);
 * }
 * Quality quality = stream.end();
 * }</pre>
 */
public final class RecognitionStream {

  private final int sampleRate;
  private final int channels;
  private final SpeechWindows speech;
  private final List<TimelineWindow> windows = new ArrayList<>();
  private byte[] left = {};
  private long pushed;
  private boolean ended;

  /**
   * Begins a stream.
   *
   * @param recognizer what recognises; must stay open as long as the stream is in use
   * @param sampleRate of what will be pushed, in Hz, 1000 or more
   * @param channels of what will be pushed, 1 or more; recognised is their mean
   * @param settings how speech is cut and smoothed
   * @param listener hears what is recognised
   */
  public RecognitionStream(
      Recognizer recognizer,
      int sampleRate,
      int channels,
      TimelineSettings settings,
      StreamListener listener) {
    if (sampleRate < 1000 || channels < 1) {
      throw new IllegalArgumentException(
          "a stream needs a rate of 1000 Hz or more and a channel or more, got %d Hz and %d"
              .formatted(sampleRate, channels));
    }
    this.sampleRate = sampleRate;
    this.channels = channels;
    Smoothing smoothing = new Smoothing(recognizer.model().manifest(), settings);
    int rate = recognizer.model().manifest().frontEnd().sampleRate();
    Recognising sink = new Recognising(recognizer, smoothing, listener);
    speech = new SpeechWindows(sampleRate, channels, rate, settings, sink);
  }

  /** Recognises each window when it is complete. */
  private final class Recognising implements SpeechWindows.Sink {
    private final Recognizer recognizer;
    private final Smoothing smoothing;
    private final StreamListener listener;

    Recognising(Recognizer recognizer, Smoothing smoothing, StreamListener listener) {
      this.recognizer = recognizer;
      this.smoothing = smoothing;
      this.listener = listener;
    }

    @Override
    public void speech(Segment stretch) {
      // The listener hears of utterances, which are made of these.
    }

    @Override
    public void window(SpokenPart part) {
      TimelineWindow window = SpokenParts.recognize(recognizer, List.of(part)).get(0);
      windows.add(window);
      Segment soFar = new Segment(windows.get(0).span().start(), window.span().end());
      List<EmotionSegment> segments = smoothing.segments(soFar, windows);
      listener.interval(window, segments.get(segments.size() - 1));
    }

    @Override
    public void utterance(Segment span) {
      List<EmotionSegment> segments = smoothing.segments(span, windows);
      windows.clear();
      listener.utterance(span, segments);
    }
  }

  /**
   * Takes the next frames.
   *
   * @param interleaved finite amplitudes, nominally −1 … 1, the channels of a frame side by side
   * @param frames how many; the array holds at least {@code frames × channels}
   * @throws IllegalArgumentException naming a sample that is not finite
   * @throws IllegalStateException after {@link #end}
   */
  public void push(float[] interleaved, int frames) {
    if (ended) {
      throw new IllegalStateException("the stream has ended");
    }
    for (int i = 0; i < frames * channels; i++) {
      if (!Float.isFinite(interleaved[i])) {
        throw new IllegalArgumentException("sample " + i + " is " + interleaved[i]);
      }
    }
    for (int from = 0; from < frames; from += sampleRate) {
      int count = Math.min(sampleRate, frames - from);
      float[] block =
          from == 0 && count == frames
              ? interleaved
              : Arrays.copyOfRange(interleaved, from * channels, (from + count) * channels);
      speech.add(block, count);
      pushed += count;
    }
  }

  /**
   * Takes the next bytes of samples. A block may end within a frame; the next one goes on there.
   *
   * @param block interleaved samples
   * @param length how many bytes of it
   * @param format how the samples are coded; the same for the whole stream
   * @throws IllegalArgumentException naming a sample that is not finite
   * @throws IllegalStateException after {@link #end}
   */
  public void push(byte[] block, int length, SampleFormat format) {
    byte[] all = Arrays.copyOf(left, left.length + length);
    System.arraycopy(block, 0, all, left.length, length);
    int frameBytes = format.bytes() * channels;
    int frames = all.length / frameBytes;
    float[] samples = new float[frames * channels];
    format.decode(all, samples, 0, samples.length);
    left = Arrays.copyOfRange(all, frames * frameBytes, all.length);
    push(samples, frames);
  }

  /** Seconds of sound that were pushed so far. */
  public double seconds() {
    return (double) pushed / sampleRate;
  }

  /**
   * After the last frame: ends the utterance that is going on, if there is one; the listener hears
   * of it.
   *
   * @return what was measured of all that was pushed
   * @throws IllegalStateException if the stream has already ended
   */
  public Quality end() {
    if (ended) {
      throw new IllegalStateException("the stream has ended");
    }
    ended = true;
    return speech.end();
  }
}
