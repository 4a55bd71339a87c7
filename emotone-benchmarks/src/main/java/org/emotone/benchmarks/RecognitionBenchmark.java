package org.emotone.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.emotone.BundleException;
import org.emotone.ClipScores;
import org.emotone.Recognition;
import org.emotone.Recognizer;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Recognition of a clip of 3 s on one thread by the model that the system property {@value #MODEL}
 * names, {@code models/default.emotone} if it is not set.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RecognitionBenchmark {

  static final String MODEL = "emotone.model";

  private final Recognizer recognizer;
  private final Waveform clip;
  private final FeatureMatrix features;

  /** Opens the model. */
  public RecognitionBenchmark() {
    try {
      recognizer = Recognizer.open(Path.of(System.getProperty(MODEL, "models/default.emotone")));
    } catch (BundleException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    clip = Clip.noise(recognizer.model().manifest().frontEnd().sampleRate());
    features = recognizer.model().manifest().frontEnd().extract(clip);
  }

  /** All of it, as programs call it: quality, features, network, guard. */
  @Benchmark
  public Recognition recognize() {
    return recognizer.recognize(clip);
  }

  /** Features alone. */
  @Benchmark
  public FeatureMatrix frontEnd() {
    return recognizer.model().manifest().frontEnd().extract(clip);
  }

  /** The network alone, with calibration and guard. */
  @Benchmark
  public ClipScores network() {
    return recognizer.scores(List.of(features)).get(0);
  }

  /** Closes the model. */
  @TearDown
  public void close() {
    recognizer.close();
  }
}
