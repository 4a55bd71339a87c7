package org.emotone.training.augmentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.emotone.audio.Waveform;

/** Sounds, their measures and augmentations for tests. */
final class Sounds {

  static final int RATE = 16_000;

  static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Sounds() {}

  static Augmentation augmentation(String yaml) {
    try {
      return YAML.readValue(yaml, Augmentation.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  static Waveform apply(String yaml, Waveform clip, long seed) {
    Chain chain = new Chain(List.of(augmentation(yaml)));
    return Chain.apply(clip, chain.drawSound(new SplittableRandom(seed)));
  }

  /** A voice of harmonics with a pause in the middle; its largest amplitude is below 0.5. */
  static Waveform voice(int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      boolean pause = i > 0.45 * length && i < 0.55 * length;
      for (int harmonic = 1; harmonic < 20 && !pause; harmonic++) {
        samples[i] += (float) (0.1 / harmonic * Math.sin(2 * Math.PI * harmonic * 150 * i / RATE));
      }
    }
    return new Waveform(samples, RATE);
  }

  static Waveform white(long seed, double deviation, int length) {
    Random random = new Random(seed);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (deviation * random.nextGaussian());
    }
    return new Waveform(samples, RATE);
  }

  static double power(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return sum / samples.length;
  }

  /** What was added to a clip. */
  static float[] difference(Waveform after, Waveform before) {
    float[] difference = new float[before.length()];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = after.samples()[i] - before.samples()[i];
    }
    return difference;
  }

  static double snr(Waveform after, Waveform before) {
    return 10 * Math.log10(power(before.samples()) / power(difference(after, before)));
  }
}
