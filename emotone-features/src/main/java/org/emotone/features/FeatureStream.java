package org.emotone.features;

import org.emotone.audio.signal.ResamplingStream;
import org.emotone.features.check.Finite;
import org.emotone.features.scaling.Scaler;
import org.jspecify.annotations.Nullable;

/**
 * The features of a clip that comes block by block: the frames that are given, below each other,
 * are {@link FrontEnd#extract} of the whole clip to 10⁻⁶ of its largest value. Memory does not grow
 * with the length. Not safe for use by several threads at once.
 */
public final class FeatureStream {

  private final ResamplingStream resampling;
  private final RowStream rows;
  private final @Nullable Scaler scaler;

  /** See {@link FrontEnd#stream}. */
  FeatureStream(FrontEnd frontEnd, int sampleRate) {
    RowStreams.check(frontEnd.trim() == null, "trim, which needs the whole clip, must be left out");
    RowStreams.check(frontEnd.cut() == null, "cut must be left out");
    RowStreams.check(
        frontEnd.level() == null, "level, which needs the whole clip, must be left out");
    RowStreams.check(
        frontEnd.normalisation() == Normalisation.NONE,
        "normalisation, which needs the whole clip, must be none");
    resampling = new ResamplingStream(sampleRate, frontEnd.sampleRate(), FrontEnd.RESAMPLING);
    rows = RowStreams.of(frontEnd.features(), frontEnd.sampleRate());
    scaler = frontEnd.scaler();
  }

  /**
   * The frames that the samples so far determine and that were not given yet; may be none.
   *
   * @param block the next samples, any number of them; not kept
   * @throws IllegalArgumentException naming a sample of the block that is not finite
   */
  public FeatureMatrix next(float[] block) {
    if (block.length > 0) {
      Finite.check(block);
    }
    return scaled(rows.next(resampling.next(block)));
  }

  /** The frames that are left after the last block; none if there was no sample. */
  public FeatureMatrix end() {
    FeatureMatrix last = rows.next(resampling.end());
    return scaled(Rows.joined(last, rows.end()));
  }

  private FeatureMatrix scaled(FeatureMatrix matrix) {
    if (scaler == null) {
      return matrix;
    }
    float[] values = scaler.apply(matrix.values(), matrix.frames());
    return new FeatureMatrix(values, matrix.frames(), scaler.outputs());
  }
}
