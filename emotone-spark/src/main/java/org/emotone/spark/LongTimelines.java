package org.emotone.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.emotone.audio.AudioStream;
import org.emotone.audio.signal.Quality;
import org.emotone.audio.signal.QualityMeter;
import org.emotone.audio.signal.Segment;
import org.emotone.timeline.TimelineSettings;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Timelines of recordings so long that one task for each would keep a job waiting: ranges of them
 * are heard at the same time ({@link TimelinePiece}), and what is measured of the whole by another
 * task meanwhile. Where ranges do not fit, the recording is heard again as a whole.
 */
final class LongTimelines implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No format has more than a quarter of an hour in less, but for silence. */
  private static final long LEAST_BYTES = 2 << 20;

  private final Hearing hearing;
  private final Writing writing;
  private final Tally tally;
  private final TimelineSettings settings;
  private final double each;

  /**
   * Prepares.
   *
   * @param each most seconds of a range
   */
  LongTimelines(
      Hearing hearing, Writing writing, Tally tally, TimelineSettings settings, double each) {
    this.hearing = hearing;
    this.writing = writing;
    this.tally = tally;
    this.settings = settings;
    this.each = each;
  }

  /** A clip of so many seconds. */
  record Found(Clip clip, double seconds) implements Serializable {}

  /** A part of a recording, or why it could not be heard. */
  private record Part(
      Clip clip, TimelinePiece.@Nullable Heard heard, @Nullable Row measured, @Nullable Row failure)
      implements Serializable {}

  /** Those of the clips that are long. */
  List<Found> find(JavaSparkContext spark, List<Clip> clips, int shares) {
    List<Clip> candidates =
        clips.stream().filter(clip -> clip.bytes() < 0 || clip.bytes() >= LEAST_BYTES).toList();
    if (candidates.isEmpty()) {
      return List.of();
    }
    int tasks = Math.min(shares, candidates.size());
    return spark
        .parallelize(candidates, tasks)
        .map(clip -> new Found(clip, seconds(clip)))
        .filter(found -> found.seconds() > each + 60)
        .collect();
  }

  /** The length of a recording; 0 if it is short by its size or cannot be read. */
  private double seconds(Clip clip) {
    try {
      if (hearing.recordings().bytes(clip) < LEAST_BYTES) {
        return 0;
      }
      try (AudioStream stream = hearing.recordings().open(clip)) {
        int rate = stream.properties().sampleRate();
        long frames = stream.properties().frames();
        if (frames >= 0) {
          return (double) frames / rate;
        }
        float[] block = new float[rate * stream.properties().channels()];
        long counted = 0;
        for (int got; (got = stream.read(block, 0, rate)) > 0; ) {
          counted += got;
        }
        return (double) counted / rate;
      }
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // Heard with the others, it becomes a row that says why.
      return 0;
    }
  }

  /** The rows of long recordings ({@link Tables#written}). */
  JavaRDD<Row> rows(JavaSparkContext spark, List<Found> found) {
    List<Tuple2<Clip, @Nullable TimelinePiece>> tasks = new ArrayList<>();
    // What takes longest comes first: no range is as long as the whole.
    found.forEach(one -> tasks.add(new Tuple2<>(one.clip(), null)));
    found.forEach(
        one ->
            TimelinePiece.of(one.clip(), one.seconds(), each)
                .forEach(piece -> tasks.add(new Tuple2<>(one.clip(), piece))));
    return spark
        .parallelize(tasks, tasks.size())
        .mapToPair(task -> new Tuple2<>(task._1().key(), part(task._1(), task._2())))
        .groupByKey(Math.max(1, found.size()))
        .flatMap(parts -> merged(parts._2()));
  }

  private Part part(Clip clip, @Nullable TimelinePiece piece) throws IOException {
    long began = System.nanoTime();
    try {
      return piece == null
          ? new Part(clip, null, measure(clip), null)
          : new Part(clip, piece.hear(hearing, settings), null, null);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return new Part(clip, null, null, hearing.failed(clip.path(), e));
    } finally {
      tally.busy(System.nanoTime() - began);
    }
  }

  /** A row of the whole without segments. */
  private Row measure(Clip clip) throws IOException {
    try (AudioStream stream = hearing.recordings().open(clip)) {
      int rate = stream.properties().sampleRate();
      int channels = stream.properties().channels();
      QualityMeter meter = new QualityMeter(rate, channels);
      float[] block = new float[rate * channels];
      double speech = 0;
      for (int got; (got = stream.read(block, 0, rate)) > 0; ) {
        speech += seconds(meter.add(block, got));
      }
      speech += seconds(meter.end());
      Quality quality = meter.quality();
      List<String> warnings = new ArrayList<>(stream.warnings());
      warnings.addAll(hearing.model().recognizer().model().manifest().warnings(quality));
      return Rows.timeline(new Row[0], speech, warnings, quality, hearing.model().name());
    }
  }

  private static double seconds(List<Segment> stretches) {
    return stretches.stream().mapToDouble(Segment::duration).sum();
  }

  private Iterator<Row> merged(Iterable<Part> parts) throws IOException {
    long began = System.nanoTime();
    List<TimelinePiece.Heard> heard = new ArrayList<>();
    Clip clip = null;
    Row measured = null;
    Row failure = null;
    for (Part part : parts) {
      clip = part.clip();
      failure = part.failure() == null ? failure : part.failure();
      measured = part.measured() == null ? measured : part.measured();
      if (part.heard() != null) {
        heard.add(part.heard());
      }
    }
    if (clip == null) {
      throw new IllegalStateException("a group without parts");
    }
    Row row = failure;
    if (row == null) {
      Row @Nullable [] segments = segments(heard);
      row =
          segments == null || measured == null
              ? hearing.hear(clip)
              : Rows.withSegments(measured, segments);
    }
    return writing.rows(clip, row, System.nanoTime() - began).iterator();
  }

  /** The segments of all ranges in order; null if ranges do not fit. */
  private static Row @Nullable [] segments(List<TimelinePiece.Heard> heard) {
    heard.sort(Comparator.comparingDouble(TimelinePiece.Heard::from));
    List<Row> segments = new ArrayList<>();
    TimelinePiece.@Nullable Utterance last = null;
    for (int i = 0; i < heard.size(); i++) {
      if (i > 0 && !TimelinePiece.fits(heard.get(i), last)) {
        return null;
      }
      for (TimelinePiece.Utterance utterance : heard.get(i).utterances()) {
        segments.addAll(utterance.segments());
        last = utterance;
      }
    }
    return segments.toArray(Row[]::new);
  }
}
