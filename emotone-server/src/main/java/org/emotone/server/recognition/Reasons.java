package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.emotone.cue.CueDifference;
import org.emotone.explain.Explanation;
import org.emotone.features.FeatureMatrix;
import org.jspecify.annotations.Nullable;

/**
 * Why a model answered as it did, as data; or only why that cannot be told.
 *
 * @param unavailable why there is no explanation; null if there is one, and then all others are
 *     there
 * @param label the class that is explained
 * @param cues how the voice differs from neutral ones, in a sentence
 * @param regions on which times and frequencies the answer rests, in a sentence
 * @param reference the neutral voices
 * @param differences the cues in figures
 * @param relevance how much the answer rests on each cell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reasons(
    @Nullable String unavailable,
    @Nullable String label,
    @Nullable String cues,
    @Nullable String regions,
    @Nullable String reference,
    @Nullable List<Difference> differences,
    @Nullable Grid relevance) {

  /** Columns of a grid at most; several frames share one where there are more. */
  private static final int MOST_COLUMNS = 300;

  /**
   * How far a cue is from what is usual.
   *
   * @param cue its name
   * @param value of the recording, in the unit
   * @param difference from the usual mean, in the unit
   * @param deviations the same in standard deviations
   * @param unit of value and difference
   * @param notable whether it is out of the usual
   */
  public record Difference(
      String cue,
      double value,
      double difference,
      double deviations,
      String unit,
      boolean notable) {

    private static Difference of(CueDifference of) {
      return new Difference(
          of.cue().id(),
          of.value(),
          of.difference(),
          of.deviations(),
          of.cue().unit(),
          of.notable());
    }
  }

  /**
   * How much an answer rests on each cell of time and frequency.
   *
   * @param startSeconds where the first column begins
   * @param secondsPerFrame length of a column
   * @param hz centre of each band; empty if the rows are no bands
   * @param values {@code [column][band]}, positive for the class, to three digits
   * @param largest the largest absolute value
   */
  public record Grid(
      double startSeconds,
      double secondsPerFrame,
      List<Double> hz,
      List<List<Double>> values,
      double largest) {}

  /** Nothing but the reason why there is none. */
  static Reasons none(String why) {
    return new Reasons(why, null, null, null, null, null, null);
  }

  /** An explanation as data. */
  static Reasons of(Explanation explanation) {
    FeatureMatrix values = explanation.relevance().values();
    int together = (values.frames() + MOST_COLUMNS - 1) / MOST_COLUMNS;
    List<List<Double>> columns = new ArrayList<>();
    for (int from = 0; from < values.frames(); from += together) {
      columns.add(column(values, from, Math.min(values.frames(), from + together)));
    }
    List<Double> hz = new ArrayList<>();
    for (double centre : explanation.axes().hz()) {
      hz.add(centre);
    }
    return new Reasons(
        null,
        explanation.relevance().label(),
        explanation.cues(),
        explanation.regions(),
        explanation.reference(),
        explanation.differences().stream().map(Difference::of).toList(),
        new Grid(
            explanation.axes().startSeconds(),
            together * explanation.axes().secondsPerFrame(),
            hz,
            columns,
            explanation.relevance().largest()));
  }

  private static List<Double> column(FeatureMatrix values, int from, int to) {
    List<Double> column = new ArrayList<>();
    for (int band = 0; band < values.coefficients(); band++) {
      double sum = 0;
      for (int frame = from; frame < to; frame++) {
        sum += values.get(frame, band);
      }
      column.add(Math.round(sum / (to - from) * 1000) / 1000.0);
    }
    return column;
  }
}
