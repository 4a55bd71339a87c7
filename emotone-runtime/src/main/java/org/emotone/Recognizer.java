package org.emotone;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Quality;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.Length;
import org.jspecify.annotations.Nullable;

/**
 * A model, ready to recognise emotion in clips. Safe for use by several threads.
 *
 * <p>A clip up to the longest that the model accepts is recognised as a whole; of a longer one the
 * probabilities are averaged over windows of that length which overlap by half ({@link
 * Length#windows}). Recordings of more than a minute are heard in parts while they are read.
 */
public final class Recognizer implements AutoCloseable {

  /**
   * Frames per run of the network: more is hardly faster, and memory is taken for all of them (with
   * 16 windows of 1000 frames at a time, a long recording took 90 MB more).
   */
  private static final int FRAMES_PER_RUN = 2000;

  private final ModelBundle model;
  private final Answers answers;
  private final NetworkSession session;
  private final EmbeddingSession embeddings;
  private final @Nullable Familiarity familiarity;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  private Recognizer(ModelBundle model, int threads) throws BundleException {
    this.model = model;
    session = NetworkSession.open(model, threads);
    embeddings = new EmbeddingSession(model, threads);
    Guard guard = model.manifest().usableGuard();
    familiarity = guard == null ? null : new Familiarity(guard);
    answers = new Answers(model.manifest(), model.fullName());
  }

  /**
   * Opens a model on one thread per recognition.
   *
   * @throws BundleException if the file is no sound model
   */
  public static Recognizer open(Path file) throws BundleException {
    ModelBundle model = ModelBundle.read(file);
    try {
      return of(model);
    } catch (BundleException e) {
      throw new BundleException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a model on one thread per recognition.
   *
   * @throws BundleException if the network does not fit the manifest
   */
  public static Recognizer of(ModelBundle model) throws BundleException {
    return of(model, 1);
  }

  /**
   * Opens a model.
   *
   * @param threads how many threads work on one recognition, at least 1
   * @throws BundleException if the network does not fit the manifest
   */
  public static Recognizer of(ModelBundle model, int threads) throws BundleException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
    return new Recognizer(model, threads);
  }

  /** The model that this recogniser uses. */
  public ModelBundle model() {
    return model;
  }

  /**
   * Recognises an audio file of any length, in bounded memory.
   *
   * @throws IOException if it cannot be read or decoded, or holds no usable sound; the message
   *     names the file
   */
  public Recognition recognize(Path file) throws IOException {
    return recognize(file, HearingListener.NONE);
  }

  /**
   * Recognises an audio file of any length, in bounded memory.
   *
   * @param listener hears how far it has come
   * @throws IOException if it cannot be read or decoded, or holds no usable sound; the message
   *     names the file
   */
  public Recognition recognize(Path file, HearingListener listener) throws IOException {
    try (AudioStream stream = Audio.open(file, AudioLimits.DEFAULT)) {
      return recognize(stream, listener);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Recognises audio of any length from a stream of bytes in any format that files may have, in
   * bounded memory.
   *
   * @param in read to the end of the audio, and left open
   * @param name what messages call it, such as the name of an upload
   * @throws IOException if it cannot be read or decoded, or holds no usable sound; the message
   *     begins with the name
   */
  public Recognition recognize(InputStream in, String name) throws IOException {
    try {
      return recognize(Audio.open(in, name, AudioLimits.DEFAULT), HearingListener.NONE);
    } catch (IllegalArgumentException e) {
      throw new IOException(name + ": " + e.getMessage(), e);
    }
  }

  /**
   * Recognises audio of any length while it is read, in bounded memory. One of more than 60 s is
   * heard in parts of 30 s, and the probabilities are the mean over the parts, each as heavy as the
   * speech in it is long.
   *
   * @param stream read to its end, and left open
   * @param listener hears how far it has come
   * @throws IOException if it cannot be read or decoded
   * @throws IllegalArgumentException if it is empty
   */
  public Recognition recognize(AudioStream stream, HearingListener listener) throws IOException {
    return hear(stream, listener, features -> new float[0]).recognition();
  }

  /**
   * Recognises audio of any length as {@link #recognize(AudioStream, HearingListener)} does, and
   * gives its embedding as well: the mean over the parts, each as heavy as the speech in it.
   *
   * @param stream read to its end, and left open
   * @param listener hears how far it has come
   * @throws IOException if it cannot be read or decoded
   * @throws IllegalArgumentException if it is empty
   * @throws UnsupportedOperationException if the network does not end in a dense layer
   */
  public EmbeddedRecognition recognizeAndEmbed(AudioStream stream, HearingListener listener)
      throws IOException {
    return hear(stream, listener, this::clipEmbedding);
  }

  private EmbeddedRecognition hear(
      AudioStream stream, HearingListener listener, Function<FeatureMatrix, float[]> embedding)
      throws IOException {
    List<ClipScores> parts = new ArrayList<>();
    List<double[]> embeddings = new ArrayList<>();
    FrontEnd frontEnd = model.manifest().frontEnd();
    Timings.Stopwatch watch = Timings.Stopwatch.started();
    Hearing hearing =
        new Hearing(
            stream.properties(),
            frontEnd.sampleRate(),
            part -> {
              long then = System.nanoTime();
              FeatureMatrix features = frontEnd.extract(part);
              watch.featuresSince(then);
              then = System.nanoTime();
              parts.add(scores(List.of(features)).get(0));
              watch.networkSince(then);
              embeddings.add(Means.of(List.of(embedding.apply(features))));
            });
    hearing.hear(stream, listener);
    Quality quality = hearing.end();
    double[] weights = hearing.speechSeconds(parts.size());
    return new EmbeddedRecognition(
        answers.recognition(
            ClipScores.weighted(parts, weights), quality, stream.warnings(), watch.timings()),
        Means.toFloats(Means.weighted(embeddings, weights)));
  }

  /**
   * The embedding of a clip: the input of the network's last dense layer, the same as that network
   * has in training; of a clip longer than the model accepts, the mean over the windows that {@link
   * #recognize(Waveform)} hears. What lies close together sounds alike to the model.
   *
   * @throws IllegalArgumentException if the clip is empty or holds a sample that is not finite
   * @throws UnsupportedOperationException if the network does not end in a dense layer
   */
  public float[] embedding(Waveform clip) {
    return clipEmbedding(model.manifest().frontEnd().extract(clip));
  }

  /**
   * The embedding of a clip, from its features.
   *
   * @param extracted features of the whole clip, of any length ({@link FrontEnd#extract})
   * @throws UnsupportedOperationException if the network does not end in a dense layer
   */
  public float[] clipEmbedding(FeatureMatrix extracted) {
    List<FeatureMatrix> windows = model.manifest().frontEnd().length().windows(extracted);
    windows.forEach(this::check);
    int batch = Math.max(1, FRAMES_PER_RUN / windows.get(0).frames());
    return whileOpen(() -> embeddings.mean(windows, batch));
  }

  /**
   * Recognises a clip as a whole.
   *
   * @throws IllegalArgumentException if it is empty or holds a sample that is not finite
   */
  public Recognition recognize(Waveform clip) {
    return recognizeAll(List.of(clip)).get(0);
  }

  /**
   * Recognises several clips, each as a whole, as {@link #recognize(Waveform)} does; those of the
   * same length go through the network together.
   *
   * @return in their order; the timings of each are those of all, divided by their number
   * @throws IllegalArgumentException if one is empty or holds a sample that is not finite
   */
  public List<Recognition> recognizeAll(List<Waveform> clips) {
    Timings.Stopwatch watch = Timings.Stopwatch.started();
    FrontEnd frontEnd = model.manifest().frontEnd();
    List<FeatureMatrix> extracted = new ArrayList<>();
    List<Quality> qualities = new ArrayList<>();
    for (Waveform clip : clips) {
      long then = System.nanoTime();
      extracted.add(frontEnd.extract(clip));
      watch.featuresSince(then);
      qualities.add(Quality.of(clip));
    }
    long then = System.nanoTime();
    List<ClipScores> scores = scores(extracted);
    watch.networkSince(then);
    Timings each = watch.timings().dividedBy(Math.max(1, clips.size()));
    List<Recognition> recognitions = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      recognitions.add(answers.recognition(scores.get(i), qualities.get(i), List.of(), each));
    }
    return recognitions;
  }

  /**
   * The calibrated probabilities of a clip, in the order of the manifest's classes: what {@link
   * #recognize(Waveform)} ranks.
   *
   * @param extracted features of the whole clip, of any length ({@link FrontEnd#extract})
   */
  public double[] clipProbabilities(FeatureMatrix extracted) {
    return Means.of(probabilities(model.manifest().frontEnd().length().windows(extracted)));
  }

  /**
   * The calibrated probabilities of features, in the order of the manifest's classes.
   *
   * @throws IllegalArgumentException if the features do not fit what the model accepts
   */
  public float[] probabilities(FeatureMatrix features) {
    return probabilities(List.of(features)).get(0);
  }

  /**
   * The calibrated probabilities of several features, in their order.
   *
   * @throws IllegalArgumentException if any do not fit what the model accepts
   */
  public List<float[]> probabilities(List<FeatureMatrix> features) {
    Map<Integer, List<Integer>> byLength = new LinkedHashMap<>();
    for (int i = 0; i < features.size(); i++) {
      check(features.get(i));
      byLength.computeIfAbsent(features.get(i).frames(), frames -> new ArrayList<>()).add(i);
    }
    float[][] probabilities = new float[features.size()][];
    for (List<Integer> indices : byLength.values()) {
      int batch = Math.max(1, FRAMES_PER_RUN / features.get(indices.get(0)).frames());
      for (int from = 0; from < indices.size(); from += batch) {
        List<Integer> part = indices.subList(from, Math.min(indices.size(), from + batch));
        float[][] rows = whileOpen(() -> session.run(part.stream().map(features::get).toList()));
        for (int i = 0; i < rows.length; i++) {
          probabilities[part.get(i)] = model.manifest().calibration().probabilities(rows[i]);
        }
      }
    }
    return List.of(probabilities);
  }

  /**
   * What the model makes of several clips, in their order; windows of the same length go through
   * the network together.
   *
   * @param extracted features of each whole clip, of any length ({@link FrontEnd#extract})
   */
  public List<ClipScores> scores(List<FeatureMatrix> extracted) {
    List<FeatureMatrix> windows = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (FeatureMatrix clip : extracted) {
      windows.addAll(model.manifest().frontEnd().length().windows(clip));
      ends.add(windows.size());
    }
    List<float[]> rows = probabilities(windows);
    List<ClipScores> scores = new ArrayList<>();
    for (int i = 0; i < extracted.size(); i++) {
      List<float[]> own = rows.subList(i == 0 ? 0 : ends.get(i - 1), ends.get(i));
      scores.add(new ClipScores(Means.of(own), strangeness(extracted.get(i))));
    }
    return scores;
  }

  /** The mean over a clip's windows, without what they are filled up with; 0 without a guard. */
  private double strangeness(FeatureMatrix extracted) {
    if (familiarity == null) {
      return 0;
    }
    Length length = model.manifest().frontEnd().length();
    List<FeatureMatrix> windows =
        extracted.frames() <= length.maxFrames() ? List.of(extracted) : length.windows(extracted);
    return windows.stream()
        .mapToDouble(window -> familiarity.strangeness(FeatureSummary.of(window)))
        .average()
        .orElse(0);
  }

  private void check(FeatureMatrix features) {
    FrontEnd frontEnd = model.manifest().frontEnd();
    Length length = frontEnd.length();
    if (features.coefficients() != frontEnd.coefficients()
        || features.frames() < length.minFrames()
        || features.frames() > length.maxFrames()) {
      throw new IllegalArgumentException(
          "the model accepts "
              + length.minFrames()
              + " to "
              + length.maxFrames()
              + " frames of "
              + frontEnd.coefficients()
              + " coefficients, these are "
              + features.frames()
              + " of "
              + features.coefficients());
    }
  }

  /** Runs what must not meet a session that is being closed: that would crash the process. */
  private <T> T whileOpen(Supplier<T> task) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      return task.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Frees the network, after the recognitions that are under way; closing twice is harmless. */
  @Override
  public void close() {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        session.close();
        embeddings.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
