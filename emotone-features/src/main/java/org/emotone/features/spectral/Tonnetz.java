package org.emotone.features.spectral;

/**
 * Tonal centroids: chroma projected onto the circles of fifths, minor and major thirds (Harte,
 * Sandler and Gasser, 2006), librosa 0.11's {@code tonnetz}.
 */
public final class Tonnetz {

  /** Number of values of a frame: two for each circle. */
  public static final int DIMENSIONS = 6;

  /** How far a semitone turns on each circle, in half turns. */
  private static final double[] TURNS = {7.0 / 6, 7.0 / 6, 3.0 / 2, 3.0 / 2, 2.0 / 3, 2.0 / 3};

  private static final double[] RADII = {1, 1, 1, 1, 0.5, 0.5};

  private Tonnetz() {}

  /** The centroids of chroma {@code [frames][classes]}: {@code [frames][6]}, −1 to 1. */
  public static Spectrogram of(Spectrogram chroma) {
    Spectrogram shares = FrameNorm.SUM.apply(chroma);
    int classes = chroma.bins();
    double[] out = new double[chroma.frames() * DIMENSIONS];
    for (int frame = 0; frame < chroma.frames(); frame++) {
      for (int d = 0; d < DIMENSIONS; d++) {
        double quarter = d % 2 == 0 ? 0.5 : 0;
        double sum = 0;
        for (int c = 0; c < classes; c++) {
          double angle = Math.PI * (TURNS[d] * 12 * c / classes - quarter);
          sum += RADII[d] * Math.cos(angle) * shares.get(frame, c);
        }
        out[frame * DIMENSIONS + d] = sum;
      }
    }
    return new Spectrogram(out, chroma.frames(), DIMENSIONS);
  }
}
