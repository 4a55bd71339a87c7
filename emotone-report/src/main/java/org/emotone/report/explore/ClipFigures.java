package org.emotone.report.explore;

import java.util.Arrays;
import org.emotone.features.FeatureMatrix;

/**
 * What was measured of a clip. What cannot be told of it is NaN.
 *
 * @param seconds duration
 * @param sampleRate of the file, in Hz
 * @param channels of the file
 * @param peakDb largest amplitude in dB relative to full scale
 * @param rmsDb root of the mean square of the whole clip in dB relative to full scale
 * @param loudness integrated loudness in LUFS (ITU-R BS.1770), NaN if shorter than 400 ms
 * @param silence share of the frames that are {@link ClipMeasurement#SILENCE_DB} or more below the
 *     loudest, 0 … 1
 * @param speechDb root of the mean square of the other frames in dB relative to full scale
 * @param pitch median of the voiced frames in Hz
 * @param pitchSpread distance of the 10th and 90th percentile of the pitch in semitones
 * @param voiced share of the frames that are voiced among those that are not silent, 0 … 1
 * @param features what the embedding is made of, {@link ClipMeasurement#features()} values
 */
public record ClipFigures(
    double seconds,
    int sampleRate,
    int channels,
    double peakDb,
    double rmsDb,
    double loudness,
    double silence,
    double speechDb,
    double pitch,
    double pitchSpread,
    double voiced,
    float[] features) {

  private static final int FIGURES = 11;

  /** One row of a matrix, which a cache can keep. */
  FeatureMatrix toMatrix() {
    float[] row = new float[FIGURES + features.length];
    row[0] = (float) seconds;
    row[1] = sampleRate;
    row[2] = channels;
    row[3] = (float) peakDb;
    row[4] = (float) rmsDb;
    row[5] = (float) loudness;
    row[6] = (float) silence;
    row[7] = (float) speechDb;
    row[8] = (float) pitch;
    row[9] = (float) pitchSpread;
    row[10] = (float) voiced;
    System.arraycopy(features, 0, row, FIGURES, features.length);
    return new FeatureMatrix(row, 1, row.length);
  }

  /** From such a row. */
  static ClipFigures of(FeatureMatrix matrix) {
    float[] row = matrix.values();
    return new ClipFigures(
        row[0],
        (int) row[1],
        (int) row[2],
        row[3],
        row[4],
        row[5],
        row[6],
        row[7],
        row[8],
        row[9],
        row[10],
        Arrays.copyOfRange(row, FIGURES, row.length));
  }
}
