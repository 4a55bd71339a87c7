package org.emotone.corpus.audit;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.emotone.audio.Waveform;

/** Takes in decoded audio block by block and measures it. */
final class Meter {

  /** Full scale of 16 bits is 32767/32768; decoders of lossy formats end a little below. */
  private static final float FULL_SCALE = 0.999f;

  /** So many samples in a row at full scale were cut off; fewer may be a peak that just fits. */
  private static final int CLIPPED_RUN = 3;

  private static final int HOLD = 1 << 16;

  private final int channels;
  private final int sampleRate;
  private final int kept;
  private final int[] runs;
  private final MessageDigest digest = Hashes.sha256();
  private float[] mono = new float[HOLD];
  private byte[] pcm = new byte[0];
  private long frames;
  private long clipped;
  private float peak;

  /**
   * Begins.
   *
   * @param kept how many frames are kept for {@link #beginning()}
   */
  Meter(int sampleRate, int channels, int kept) {
    this.sampleRate = sampleRate;
    this.channels = channels;
    this.kept = kept;
    this.runs = new int[channels];
  }

  /**
   * Takes in a block.
   *
   * @param from first frame of the block to take
   * @param count frames to take
   */
  void accept(float[] interleaved, int from, int count) {
    if (pcm.length < 2 * count) {
      pcm = new byte[2 * count];
    }
    for (int frame = 0; frame < count; frame++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        float sample = interleaved[(from + frame) * channels + channel];
        sum += sample;
        level(channel, Math.abs(sample));
      }
      float mean = sum / channels;
      keep(frames + frame, mean);
      int value = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(mean * 0x1p15f)));
      pcm[2 * frame] = (byte) value;
      pcm[2 * frame + 1] = (byte) (value >> 8);
    }
    digest.update(pcm, 0, 2 * count);
    frames += count;
  }

  private void level(int channel, float amplitude) {
    peak = Math.max(peak, amplitude);
    if (amplitude < FULL_SCALE) {
      runs[channel] = 0;
      return;
    }
    runs[channel]++;
    if (runs[channel] == CLIPPED_RUN) {
      clipped += CLIPPED_RUN;
    } else if (runs[channel] > CLIPPED_RUN) {
      clipped++;
    }
  }

  private void keep(long frame, float sample) {
    if (frame < kept) {
      if (frame == mono.length) {
        mono = Arrays.copyOf(mono, Math.min(kept, 2 * mono.length));
      }
      mono[(int) frame] = sample;
    }
  }

  long frames() {
    return frames;
  }

  double peak() {
    return peak;
  }

  /** Share of the samples of all channels. */
  double clipped() {
    return frames == 0 ? 0 : (double) clipped / frames / channels;
  }

  /** The mean of the channels, as far as it was kept. */
  Waveform beginning() {
    return new Waveform(Arrays.copyOf(mono, (int) Math.min(frames, kept)), sampleRate);
  }

  /** SHA-256 of all samples; to be asked for once, at the end. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
