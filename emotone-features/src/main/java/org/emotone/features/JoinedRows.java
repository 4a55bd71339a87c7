package org.emotone.features;

import java.util.ArrayList;
import java.util.List;

/** Streams side by side: a frame is given when all have it. */
final class JoinedRows implements RowStream {

  private final List<RowStream> streams;
  private final List<FeatureMatrix> waiting = new ArrayList<>();
  private final int coefficients;

  JoinedRows(List<RowStream> streams, List<Extractor> parts) {
    this.streams = streams;
    for (Extractor part : parts) {
      waiting.add(new FeatureMatrix(new float[0], 0, part.coefficients()));
    }
    coefficients = parts.stream().mapToInt(Extractor::coefficients).sum();
  }

  @Override
  public FeatureMatrix next(float[] block) {
    for (int i = 0; i < streams.size(); i++) {
      waiting.set(i, Rows.joined(waiting.get(i), streams.get(i).next(block)));
    }
    return give();
  }

  @Override
  public FeatureMatrix end() {
    for (int i = 0; i < streams.size(); i++) {
      waiting.set(i, Rows.joined(waiting.get(i), streams.get(i).end()));
    }
    return give();
  }

  private FeatureMatrix give() {
    int frames = waiting.stream().mapToInt(FeatureMatrix::frames).min().orElse(0);
    float[] values = new float[frames * coefficients];
    int column = 0;
    for (int i = 0; i < waiting.size(); i++) {
      FeatureMatrix rows = waiting.get(i);
      int width = rows.coefficients();
      for (int frame = 0; frame < frames; frame++) {
        System.arraycopy(
            rows.values(), frame * width, values, frame * coefficients + column, width);
      }
      waiting.set(i, rows.slice(frames, rows.frames() - frames));
      column += width;
    }
    return new FeatureMatrix(values, frames, coefficients);
  }
}
