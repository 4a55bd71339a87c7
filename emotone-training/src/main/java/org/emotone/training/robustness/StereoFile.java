package org.emotone.training.robustness;

import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;

/**
 * A clip as a microphone with two channels records it: samples of 16 bits, the right channel 3 dB
 * below the left.
 */
final class StereoFile implements AudioStream {

  private static final double RIGHT = Math.pow(10, -3 / 20.0);
  private static final double FULL_SCALE = 32_768;

  private final Waveform clip;
  private int read;

  StereoFile(Waveform clip) {
    this.clip = clip;
  }

  @Override
  public AudioProperties properties() {
    return new AudioProperties("memory", "PCM", clip.sampleRate(), 2, 16, clip.length());
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) {
    int count = Math.min(frames, clip.length() - read);
    for (int i = 0; i < count; i++) {
      float sample = clip.samples()[read + i];
      interleaved[offset + 2 * i] = quantised(sample);
      interleaved[offset + 2 * i + 1] = quantised(RIGHT * sample);
    }
    read += count;
    return count == 0 ? -1 : count;
  }

  private static float quantised(double sample) {
    double step = Math.rint(sample * FULL_SCALE);
    return (float) (Math.max(-FULL_SCALE, Math.min(FULL_SCALE - 1, step)) / FULL_SCALE);
  }

  @Override
  public void close() {
    // Nothing to free.
  }
}
