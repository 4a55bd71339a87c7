package org.emotone.features;

/** Features whose frames are those of mel bands. */
public sealed interface MelExtractor extends Extractor permits MelPower, Mfcc, PcenBands {

  /** The bands. */
  LogMel mel();

  @Override
  default double hopSeconds(int sampleRate) {
    return mel().hopSeconds(sampleRate);
  }

  @Override
  default long frames(int samples, int sampleRate) {
    return mel().frames(samples, sampleRate);
  }

  @Override
  default void checkRate(int sampleRate) {
    mel().checkRate(sampleRate);
  }
}
