package org.emotone.timeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.emotone.HearingListener;
import org.emotone.Manifest;
import org.emotone.Recognizer;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioOptions;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;

/**
 * Recognises emotion over time in recordings of any length, in bounded memory: finds where somebody
 * speaks, hears it in overlapping windows, and smooths what it hears into segments. Safe for use by
 * several threads.
 *
 * <p>Each window is what {@link Recognizer#recognize(Waveform)} makes of that part of the recording
 * (brought to the model's rate and to one channel). It is cut and smoothed as {@link
 * RecognitionStream} does it.
 */
public final class TimelineRecognizer {

  private final Recognizer recognizer;
  private final TimelineSettings settings;
  private final int threads;

  /** Uses a recogniser, which must stay open, with a thread for each processor. */
  public TimelineRecognizer(Recognizer recognizer, TimelineSettings settings) {
    this(recognizer, settings, Runtime.getRuntime().availableProcessors());
  }

  /**
   * Uses a recogniser, which must stay open.
   *
   * @param threads how many windows are recognised at a time, at least 1; with 1 the calling thread
   *     does all, otherwise it decodes and listens for speech meanwhile
   */
  public TimelineRecognizer(Recognizer recognizer, TimelineSettings settings, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    this.recognizer = recognizer;
    this.settings = settings;
    this.threads = threads;
  }

  /**
   * Hears an audio file.
   *
   * @throws IOException if it cannot be read or decoded, or is empty; the message names the file
   */
  public Timeline analyze(Path file) throws IOException {
    return analyze(file, HearingListener.NONE);
  }

  /**
   * Hears an audio file.
   *
   * @param listener hears how far it has come
   * @throws IOException if it cannot be read or decoded, or is empty; the message names the file
   */
  public Timeline analyze(Path file, HearingListener listener) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioOptions.DEFAULT)) {
      return analyze(stream, listener);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Hears audio while it is read.
   *
   * @param stream read to its end, and left open
   * @param listener hears how far it has come
   * @throws IOException if it cannot be read or decoded
   * @throws IllegalArgumentException if it is empty
   */
  public Timeline analyze(AudioStream stream, HearingListener listener) throws IOException {
    int rate = stream.properties().sampleRate();
    int channels = stream.properties().channels();
    long total = stream.properties().frames();
    try (TimelineWork work = new TimelineWork(recognizer, settings, threads)) {
      SpeechWindows speech = new SpeechWindows(rate, channels, modelRate(), settings, work);
      float[] block = new float[rate * channels];
      long heard = 0;
      for (int got; (got = stream.read(block, 0, rate)) > 0; ) {
        speech.add(block, got);
        heard += got;
        listener.heard((double) heard / rate, total < 0 ? Double.NaN : (double) total / rate);
      }
      if (heard == 0) {
        throw new IllegalArgumentException("the recording is empty (no samples)");
      }
      return timeline(work, speech.end(), stream.warnings());
    }
  }

  /**
   * Hears a clip in memory.
   *
   * @throws IllegalArgumentException if it is empty or holds a sample that is not finite
   */
  public Timeline analyze(Waveform clip) {
    try (AudioStream stream = new ClipStream(clip)) {
      return analyze(stream, HearingListener.NONE);
    } catch (IOException e) {
      throw new IllegalStateException("a clip in memory can always be read", e);
    }
  }

  private int modelRate() {
    return recognizer.model().manifest().frontEnd().sampleRate();
  }

  private Timeline timeline(TimelineWork work, Quality quality, List<String> ofReading) {
    Manifest manifest = recognizer.model().manifest();
    List<String> warnings = new ArrayList<>(ofReading);
    warnings.addAll(manifest.warnings(quality));
    List<TimelineWindow> windows = work.windows();
    long strange = windows.stream().filter(window -> !window.familiar()).count();
    if (strange > 0) {
      warnings.add(
          "%d of %d windows are unlike anything the model was trained on"
              .formatted(strange, windows.size()));
    }
    return new Timeline(
        manifest.classes(),
        quality.seconds(),
        settings,
        work.speech(),
        windows,
        work.segments(windows),
        quality,
        warnings,
        recognizer.model().fullName());
  }
}
