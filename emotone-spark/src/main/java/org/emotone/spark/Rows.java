package org.emotone.spark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.emotone.Recognition;
import org.emotone.Score;
import org.emotone.audio.signal.Quality;
import org.emotone.batch.BatchWork;
import org.emotone.features.set.FeatureSet;
import org.emotone.timeline.EmotionSegment;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows in the order of the columns of {@link Tables}. */
final class Rows {

  /** Where a timeline has its segments. */
  private static final int SEGMENTS = 2;

  private Rows() {}

  /** The columns of a recognition, and its embedding if there is one. */
  static Row of(Recognition heard, float @Nullable [] embedding) {
    Object[] columns = {
      heard.best().label(),
      heard.best().probability(),
      heard.certain(),
      probabilities(heard.scores()),
      heard.duration(),
      heard.warnings().toArray(String[]::new),
      quality(heard.quality()),
      RowFactory.create(
          heard.timings().features(), heard.timings().network(), heard.timings().total()),
      heard.model()
    };
    return embedding == null ? complete(columns) : complete(columns, (Object) boxed(embedding));
  }

  /** The columns of a timeline. */
  static Row of(Timeline heard) {
    Row[] segments =
        heard.segments().stream()
            .map(segment -> of(segment, heard.classes(), 0))
            .toArray(Row[]::new);
    return timeline(
        segments, heard.speechSeconds(), heard.warnings(), heard.quality(), heard.model());
  }

  /** The columns of a timeline whose segments are rows. */
  static Row timeline(
      Row[] segments, double speechSeconds, List<String> warnings, Quality quality, String model) {
    return complete(
        new Object[] {
          quality.seconds(),
          speechSeconds,
          segments,
          warnings.toArray(String[]::new),
          quality(quality),
          model
        });
  }

  /** The columns of a timeline with other segments. */
  static Row withSegments(Row timeline, Row[] segments) {
    Object[] columns = new Object[timeline.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = i == SEGMENTS ? segments : timeline.get(i);
    }
    return RowFactory.create(columns);
  }

  /**
   * The columns of a segment.
   *
   * @param began where what was heard begins in the recording, in seconds
   */
  static Row of(EmotionSegment segment, List<String> classes, double began) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    for (int i = 0; i < classes.size(); i++) {
      probabilities.put(classes.get(i), segment.probabilities().get(i));
    }
    return RowFactory.create(
        began + segment.span().start(),
        began + segment.span().end(),
        segment.label(),
        segment.confidence(),
        segment.certain(),
        CollectionConverters.asScala(probabilities));
  }

  /**
   * The columns of features.
   *
   * @param seconds length of the recording
   */
  static Row of(FeatureSet set, FeatureSet.Features features, double seconds) {
    return complete(
        new Object[] {
          set.id(),
          set.names().toArray(String[]::new),
          features.matrix().frames(),
          features.overTime() ? features.hopSeconds() : null,
          boxed(features.matrix().values()),
          seconds
        });
  }

  /** The columns of a recording that could not be heard: only the reason is not null. */
  static Row failed(BatchWork work, FailureKind kind, String message) {
    Object[] columns = new Object[Tables.of(work).size()];
    columns[columns.length - 1] = RowFactory.create(kind.id(), message);
    return RowFactory.create(columns);
  }

  private static Row complete(@Nullable Object[] columns, Object... more) {
    Object[] all = new Object[columns.length + more.length + 1];
    System.arraycopy(columns, 0, all, 0, columns.length);
    System.arraycopy(more, 0, all, columns.length, more.length);
    return RowFactory.create(all);
  }

  private static Object probabilities(List<Score> scores) {
    Map<String, Double> probabilities = new LinkedHashMap<>();
    scores.forEach(score -> probabilities.put(score.label(), score.probability()));
    return CollectionConverters.asScala(probabilities);
  }

  private static Row quality(Quality quality) {
    return RowFactory.create(
        quality.seconds(),
        quality.sampleRate(),
        quality.channels(),
        quality.peakDb(),
        quality.rmsDb(),
        quality.clipped(),
        quality.silence(),
        quality.snrDb(),
        quality.bandwidthHz(),
        quality.dcOffset(),
        quality.deadChannels().toArray(Integer[]::new));
  }

  private static Float[] boxed(float[] values) {
    Float[] boxed = new Float[values.length];
    for (int i = 0; i < values.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }
}
