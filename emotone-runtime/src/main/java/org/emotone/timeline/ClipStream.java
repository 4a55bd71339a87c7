package org.emotone.timeline;

import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioStream;
import org.emotone.audio.Waveform;

/** A clip in memory, read like a file. */
final class ClipStream implements AudioStream {

  private final Waveform clip;
  private int read;

  /** Checks that all samples are finite. */
  ClipStream(Waveform clip) {
    for (int i = 0; i < clip.length(); i++) {
      if (!Float.isFinite(clip.samples()[i])) {
        throw new IllegalArgumentException("sample " + i + " is " + clip.samples()[i]);
      }
    }
    this.clip = clip;
  }

  @Override
  public AudioProperties properties() {
    return new AudioProperties("memory", "float", clip.sampleRate(), 1, 32, clip.length());
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) {
    int count = Math.min(frames, clip.length() - read);
    System.arraycopy(clip.samples(), read, interleaved, offset, count);
    read += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public void close() {
    // Nothing to free.
  }
}
