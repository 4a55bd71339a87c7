package org.emotone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.emotone.Recognizer;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.WavSink;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.RecognitionStream;
import org.emotone.timeline.StreamListener;
import org.emotone.timeline.TimelineSettings;
import org.emotone.timeline.TimelineWindow;
import org.jspecify.annotations.Nullable;

/**
 * Listens to a stream of sound until it ends or is told to stop, shows what is heard and keeps the
 * sound. Whoever is first of the stream's end and the shutdown of the program brings it to an end,
 * so that the last utterance is told and the recording is complete.
 */
final class Listening implements StreamListener {

  private static final int BLOCKS_PER_SECOND = 10;
  private static final double SILENCE_DB = -120;

  private final AudioStream source;
  private final RecognitionStream stream;
  private final LiveView view;
  private final Session session = new Session();
  private final @Nullable WavSink record;
  private boolean ended;

  /**
   * Prepares to listen.
   *
   * @param record where the sound is written as well, or null
   */
  Listening(
      AudioStream source,
      Recognizer recognizer,
      TimelineSettings settings,
      LiveView view,
      @Nullable WavSink record) {
    this.source = source;
    this.view = view;
    this.record = record;
    AudioProperties sound = source.properties();
    stream =
        new RecognitionStream(recognizer, sound.sampleRate(), sound.channels(), settings, this);
  }

  /** Listens until the source ends or {@link #end} is called on another thread. */
  void run() throws IOException {
    int channels = source.properties().channels();
    int frames = Math.max(1, source.properties().sampleRate() / BLOCKS_PER_SECOND);
    float[] block = new float[frames * channels];
    for (int got; (got = source.read(block, 0, frames)) > 0; ) {
      if (!take(block, got, got * channels)) {
        return;
      }
    }
    end();
  }

  /** Returns whether more is wanted. */
  private synchronized boolean take(float[] block, int frames, int samples) throws IOException {
    if (ended) {
      return false;
    }
    if (record != null) {
      record.write(block, frames);
    }
    try {
      stream.push(block, frames);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    session.passed(stream.seconds());
    double peak = 0;
    double energy = 0;
    for (int i = 0; i < samples; i++) {
      peak = Math.max(peak, Math.abs(block[i]));
      energy += block[i] * block[i];
    }
    view.level(stream.seconds(), db(peak * peak), db(energy / samples));
    return true;
  }

  private static double db(double power) {
    return Math.max(SILENCE_DB, 10 * Math.log10(power));
  }

  /** Ends the session, unless it has ended: the last utterance, the summary, the recording. */
  synchronized void end() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    try {
      view.end(session, stream.end());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      if (record != null) {
        record.close();
      }
    }
  }

  @Override
  public void interval(TimelineWindow window, EmotionSegment current) {
    try {
      view.interval(window, current);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void utterance(Segment span, List<EmotionSegment> segments) {
    session.utterance(span, segments);
    try {
      view.utterance(span, segments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
