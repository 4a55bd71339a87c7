package org.emotone.features;

import java.util.Arrays;
import org.emotone.audio.Waveform;
import org.emotone.features.kaldi.KaldiFbank;
import org.emotone.features.kaldi.KaldiOptions;
import org.emotone.features.spectral.Spectrogram;

/** Features with Kaldi's frames. A clip without a whole frame is filled up with zeros to one. */
public sealed interface KaldiExtractor extends Extractor permits KaldiBands, KaldiMfcc {

  /** Kaldi's parameters. */
  KaldiOptions options();

  @Override
  default double hopSeconds(int sampleRate) {
    return (double) options().hop(sampleRate) / sampleRate;
  }

  @Override
  default long frames(int samples, int sampleRate) {
    return Math.max(1, options().frames(samples, sampleRate));
  }

  @Override
  default void checkRate(int sampleRate) {
    options().checkRate(sampleRate);
  }

  /** The natural logarithm of the power in the bands, of one frame at least. */
  default Spectrogram bands(Waveform waveform) {
    int rate = waveform.sampleRate();
    KaldiFbank bank = KaldiFbank.of(options(), rate);
    float[] samples = waveform.samples();
    if (samples.length > 0 && options().frames(samples.length, rate) == 0) {
      samples = Arrays.copyOf(samples, options().frame(rate));
    }
    return bank.apply(samples);
  }
}
