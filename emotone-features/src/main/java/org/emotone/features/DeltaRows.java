package org.emotone.features;

/**
 * Features with their differences, half a window of frames later than the features; a clip of fewer
 * frames than a window comes at its end.
 */
final class DeltaRows implements RowStream {

  private final WithDeltas deltas;
  private final RowStream of;
  private final int half;

  private FeatureMatrix kept;
  private int given;

  DeltaRows(WithDeltas deltas, RowStream of) {
    this.deltas = deltas;
    this.of = of;
    half = deltas.width() / 2;
    kept = new FeatureMatrix(new float[0], 0, deltas.of().coefficients());
  }

  @Override
  public FeatureMatrix next(float[] block) {
    append(of.next(block));
    boolean certain = kept.frames() >= deltas.width();
    return give(certain ? kept.frames() - half : 0);
  }

  @Override
  public FeatureMatrix end() {
    append(of.end());
    return give(kept.frames());
  }

  private void append(FeatureMatrix rows) {
    kept = Rows.joined(kept, rows);
  }

  /** The frames up to one, and drops what no later frame needs. */
  private FeatureMatrix give(int until) {
    if (until <= given) {
      return new FeatureMatrix(new float[0], 0, deltas.coefficients());
    }
    FeatureMatrix rows = deltas.of(kept).slice(given, until - given);
    given = until;
    int drop = Math.max(0, given - deltas.width());
    kept = kept.slice(drop, kept.frames() - drop);
    given -= drop;
    return rows;
  }
}
