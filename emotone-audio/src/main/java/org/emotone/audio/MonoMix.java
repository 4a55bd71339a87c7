package org.emotone.audio;

import java.io.IOException;
import java.util.Arrays;

/** The mean of the channels, of blocks and of whole streams. */
public final class MonoMix {
  private static final int BLOCK_FRAMES = 4096;

  /** Samples that memory is taken for on the word of a header. */
  private static final int TRUSTED = 1 << 20;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private MonoMix() {}

  /**
   * The mean of the channels of each frame.
   *
   * @param interleaved amplitudes, the channels of a frame side by side
   * @param frames how many
   * @param channels 1 or more
   */
  public static float[] of(float[] interleaved, int frames, int channels) {
    float[] mono = new float[frames];
    mix(interleaved, channels, mono, 0, frames);
    return mono;
  }

  static Waveform of(AudioStream stream, String name) throws IOException {
    int channels = stream.properties().channels();
    float[] block = new float[BLOCK_FRAMES * channels];
    // A header may promise anything: the array grows with what is really decoded.
    long promised = Math.max(BLOCK_FRAMES, stream.properties().frames());
    float[] samples = new float[(int) Math.min(promised, TRUSTED)];
    int length = 0;
    for (int got; (got = stream.read(block, 0, BLOCK_FRAMES)) > 0; length += got) {
      if (got > samples.length - length) {
        samples = Arrays.copyOf(samples, grown(length, got, promised, name));
      }
      mix(block, channels, samples, length, got);
    }
    float[] exact = samples.length == length ? samples : Arrays.copyOf(samples, length);
    return new Waveform(exact, stream.properties().sampleRate());
  }

  /** Doubles, or takes what the header promises where most of that has already come. */
  private static int grown(int length, int more, long promised, String name)
      throws AudioLimitException {
    long needed = (long) length + more;
    long wanted = Math.max(needed, length * 2L);
    if (promised >= needed && promised < wanted) {
      wanted = promised;
    }
    long possible = Math.min(LARGEST_ARRAY, Runtime.getRuntime().maxMemory() / Float.BYTES / 2);
    if (needed > possible) {
      throw new AudioLimitException(
          "%s: too long to be held in memory at once (more than %s samples); cut it into parts, or"
                  .formatted(name, AudioLimits.grouped(length))
              + " give Java more memory (-Xmx)",
          name,
          -1);
    }
    return (int) Math.min(possible, wanted);
  }

  private static void mix(float[] block, int channels, float[] samples, int length, int frames) {
    if (channels == 1) {
      System.arraycopy(block, 0, samples, length, frames);
      return;
    }
    for (int frame = 0; frame < frames; frame++) {
      double sum = 0;
      for (int i = frame * channels; i < (frame + 1) * channels; i++) {
        sum += block[i];
      }
      samples[length + frame] = (float) (sum / channels);
    }
  }
}
