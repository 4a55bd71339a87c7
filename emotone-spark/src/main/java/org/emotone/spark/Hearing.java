package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.emotone.EmbeddedRecognition;
import org.emotone.HearingListener;
import org.emotone.Recognizer;
import org.emotone.audio.AudioLimitException;
import org.emotone.audio.AudioStream;
import org.emotone.audio.MonoMix;
import org.emotone.audio.Waveform;
import org.emotone.batch.BatchWork;
import org.emotone.features.set.FeatureSet;
import org.emotone.timeline.TimelineRecognizer;
import org.jspecify.annotations.Nullable;

/**
 * Does the work of a batch with one recording, on the machine that has it: a row, or a row that
 * says why not. Only a model that cannot be used is an error of the job.
 */
final class Hearing implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Features are of recordings in memory: what is longer is refused, in seconds. */
  static final double LONGEST_FOR_FEATURES = 600;

  private final BatchWork work;
  private final SharedModel model;
  private final Recordings recordings;

  Hearing(SparkSession spark, BatchWork work, SharedModel model) {
    this.work = work;
    this.model = model;
    recordings = new Recordings(spark);
    if (work instanceof BatchWork.Features features) {
      FeatureSet.byId(features.set());
    }
  }

  BatchWork work() {
    return work;
  }

  SharedModel model() {
    return model;
  }

  Recordings recordings() {
    return recordings;
  }

  /** Hears a file, or a part of one. */
  Row hear(Clip clip) throws IOException {
    return hear(clip.path(), () -> recordings.open(clip));
  }

  /** Hears encoded sound in memory. */
  Row hear(String name, byte @Nullable [] content) throws IOException {
    return hear(new Clip(name, null, null, -1), content);
  }

  /** Hears encoded sound in memory, or a part of it. */
  Row hear(Clip clip, byte @Nullable [] content) throws IOException {
    return hear(clip.path(), () -> Recordings.open(clip, content));
  }

  private Row hear(String name, Callable<AudioStream> opening) throws IOException {
    Recognizer recognizer = work instanceof BatchWork.Features ? null : model.recognizer();
    try (AudioStream stream = opening.call()) {
      return recognizer == null ? features(stream, name) : hear(stream, recognizer);
    } catch (Exception | OutOfMemoryError | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("the task was stopped", e);
      }
      return failed(name, e);
    }
  }

  /** The row of a recording that could not be heard. */
  Row failed(String name, Throwable failure) {
    String why = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String line = why.strip().replaceAll("\\s*\\R\\s*", " ");
    return Rows.failed(
        work, FailureKind.of(failure), line.startsWith(name) ? line : name + ": " + line);
  }

  private Row hear(AudioStream stream, Recognizer recognizer) throws IOException {
    if (work instanceof BatchWork.Timelines timelines) {
      return Rows.of(
          new TimelineRecognizer(recognizer, timelines.settings(), 1)
              .analyze(stream, HearingListener.NONE));
    }
    if (work instanceof BatchWork.Embeddings) {
      EmbeddedRecognition heard = recognizer.recognizeAndEmbed(stream, HearingListener.NONE);
      return Rows.of(heard.recognition(), heard.embedding());
    }
    return Rows.of(recognizer.recognize(stream, HearingListener.NONE), null);
  }

  private Row features(AudioStream stream, String name) throws IOException {
    FeatureSet set = FeatureSet.byId(((BatchWork.Features) work).set());
    Waveform sound = whole(stream, name);
    return Rows.of(set, set.of(sound), (double) sound.length() / sound.sampleRate());
  }

  /** All of a recording: the mean of its channels, at its own rate. */
  private static Waveform whole(AudioStream stream, String name) throws IOException {
    int rate = stream.properties().sampleRate();
    int channels = stream.properties().channels();
    int most = (int) (LONGEST_FOR_FEATURES * rate);
    float[] block = new float[rate * channels];
    float[] samples = new float[rate];
    int length = 0;
    for (int got; (got = stream.read(block, 0, rate)) > 0; length += got) {
      if (length + got > most) {
        throw new AudioLimitException(
            "%s: longer than the %.0f s that features are computed of; name parts of it by their"
                    .formatted(name, LONGEST_FOR_FEATURES)
                + " start and end in a table",
            name,
            -1);
      }
      if (length + got > samples.length) {
        samples = Arrays.copyOf(samples, Math.min(most, Math.max(2 * length, length + got)));
      }
      System.arraycopy(MonoMix.of(block, got, channels), 0, samples, length, got);
    }
    if (length == 0) {
      throw new IllegalArgumentException("the recording is empty (no samples)");
    }
    return new Waveform(Arrays.copyOf(samples, length), rate);
  }
}
