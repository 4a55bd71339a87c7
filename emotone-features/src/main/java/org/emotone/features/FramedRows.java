package org.emotone.features;

import java.util.Arrays;
import org.emotone.audio.Waveform;
import org.emotone.features.spectral.Padding;

/**
 * Frames of samples, each by itself. A frame is given as soon as its last sample is there; the
 * first wait until it is certain that the clip is longer than two frames, for a shorter one is
 * extracted as a whole.
 */
final class FramedRows implements RowStream {

  private final Extractor whole;
  private final Extractor bare;
  private final int rate;
  private final int frame;
  private final int hop;
  private final Padding padding;

  private float[] kept = {};
  private boolean begun;
  private long skip;

  /**
   * A stream.
   *
   * @param whole the features
   * @param bare the same without padding
   * @param frame samples of a frame
   * @param hop samples from frame to frame
   * @param padding that of {@code whole}
   */
  FramedRows(Extractor whole, Extractor bare, int rate, int frame, int hop, Padding padding) {
    this.whole = whole;
    this.bare = bare;
    this.rate = rate;
    this.frame = frame;
    this.hop = hop;
    this.padding = padding;
  }

  @Override
  public FeatureMatrix next(float[] block) {
    append(block);
    if (!begun) {
      if (kept.length <= 2 * frame) {
        return none();
      }
      begun = true;
      if (padding != Padding.NONE) {
        // The padding of the front does not depend on what follows two frames.
        float[] padded = padding.pad(kept, frame);
        kept = Arrays.copyOf(padded, frame / 2 + kept.length);
      }
    }
    return rows();
  }

  @Override
  public FeatureMatrix end() {
    if (!begun) {
      return kept.length == 0 ? none() : whole.extract(new Waveform(kept, rate));
    }
    if (padding != Padding.NONE) {
      int real = Math.min(kept.length, frame + 1);
      float[] tail = Arrays.copyOfRange(kept, kept.length - real, kept.length);
      float[] padded = padding.pad(tail, frame);
      append(Arrays.copyOfRange(padded, frame / 2 + real, padded.length));
    }
    return rows();
  }

  private FeatureMatrix none() {
    return new FeatureMatrix(new float[0], 0, whole.coefficients());
  }

  private void append(float[] block) {
    int before = kept.length;
    kept = Arrays.copyOf(kept, before + block.length);
    System.arraycopy(block, 0, kept, before, block.length);
  }

  /**
   * The whole frames from {@link #skip} on. What stays is what later frames need, and at least a
   * frame, which the padding of the end may mirror.
   */
  private FeatureMatrix rows() {
    long available = kept.length - skip;
    if (available < frame) {
      return none();
    }
    int count = (int) ((available - frame) / hop) + 1;
    int from = (int) skip;
    float[] part = Arrays.copyOfRange(kept, from, from + (count - 1) * hop + frame);
    FeatureMatrix rows = bare.extract(new Waveform(part, rate));
    skip += (long) count * hop;
    int drop = (int) Math.min(skip, Math.max(0, kept.length - frame - 1));
    kept = Arrays.copyOfRange(kept, drop, kept.length);
    skip -= drop;
    return rows;
  }
}
