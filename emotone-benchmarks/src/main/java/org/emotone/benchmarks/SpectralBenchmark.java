package org.emotone.benchmarks;

import java.util.concurrent.TimeUnit;
import org.emotone.audio.Waveform;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.spectral.Spectrogram;
import org.emotone.features.spectral.Stft;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Spectral features of a clip of 3 s. With {@code -prof gc} JMH reports the allocation of a clip,
 * with {@code -t 2} the throughput of two threads.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SpectralBenchmark {

  private final Waveform clip = Clip.noise();

  /** 128 mel bands in dB. */
  @Benchmark
  public FeatureMatrix logMel128() {
    return FrontEnds.LOG_MEL.extract(clip);
  }

  /** 40 cepstra. */
  @Benchmark
  public FeatureMatrix mfcc40() {
    return FrontEnds.MFCC.extract(clip);
  }

  /** The power spectrogram alone. */
  @Benchmark
  public Spectrogram power() {
    return Stft.LIBROSA.power(clip.samples());
  }
}
