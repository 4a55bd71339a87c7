package org.emotone.features;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.features.spectral.MelFilterBank;
import org.emotone.features.spectral.MelSpectrogram;
import org.emotone.features.spectral.Spectrogram;

/**
 * What a {@link LogMel} needs at one sample rate, made once; a plan is immutable and shared by
 * threads.
 */
final class MelPlan {

  /** More configurations than any one program uses; a plan is some 100 kB. */
  private static final int MAX_CACHED = 64;

  private static final Map<Key, MelPlan> CACHE = new ConcurrentHashMap<>();

  private final MelSpectrogram mel;

  private record Key(LogMel parameters, int sampleRate) {}

  private MelPlan(LogMel parameters, int sampleRate) {
    parameters.checkRate(sampleRate);
    MelFilterBank filters =
        new MelFilterBank(
            sampleRate,
            parameters.fftSize(sampleRate),
            parameters.bands(),
            parameters.minHz(),
            parameters.maxHz(),
            parameters.scale(),
            parameters.norm());
    mel = new MelSpectrogram(parameters.stft(sampleRate), filters);
  }

  static MelPlan of(LogMel parameters, int sampleRate) {
    if (CACHE.size() >= MAX_CACHED) {
      CACHE.clear();
    }
    return CACHE.computeIfAbsent(
        new Key(parameters, sampleRate), key -> new MelPlan(key.parameters(), key.sampleRate()));
  }

  /** The power in the bands, {@code [frames][bands]}. */
  Spectrogram power(float[] samples) {
    return mel.power(samples);
  }
}
