package org.emotone.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.emotone.batch.BatchEngine;
import org.emotone.batch.BatchListener;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchRequest;
import org.emotone.batch.BatchWork;
import org.emotone.batch.MappingListener;
import org.emotone.timeline.TimelineSettings;

/**
 * Batches on Spark. Options of the engine are Spark's own, such as {@code spark.master}; a session
 * that is there already is used as it is.
 *
 * <p>Recordings are heard in chunks, each of which Spark commits as a whole; a batch that was
 * interrupted goes on after the last one when it is run again. At most one batch may write to a
 * folder at a time.
 */
public final class SparkBatch implements BatchEngine {

  /** Recordings of a chunk: at least, and for each core. */
  private static final int CHUNK = 10_000;

  private static final int CHUNK_PER_CORE = 200;

  /** Recordings of a task, and tasks for each core. */
  private static final int SHARE = 20;

  private static final int SHARES_PER_CORE = 16;

  /** Found by {@link java.util.ServiceLoader}. */
  public SparkBatch() {}

  @Override
  public BatchProgress run(BatchRequest request, BatchListener listener) throws IOException {
    return new Session(request.settings().engine())
        .use(listener::note, spark -> new Work(spark, request, listener).run());
  }

  @Override
  public List<String> map(
      String function,
      List<String> arguments,
      Map<String, String> options,
      MappingListener listener)
      throws IOException {
    return new Session(options)
        .use(listener::note, spark -> new Mapping(function, listener).of(spark, arguments));
  }

  /** A batch that is under way. */
  private static final class Work {
    private final SparkSession spark;
    private final BatchRequest request;
    private final BatchListener listener;
    private final HeardTable table;
    private final Tally tally;
    private final Hearing hearing;
    private final Writing writing;
    private final long began = System.nanoTime();
    private long total;
    private long skipped;

    Work(SparkSession spark, BatchRequest request, BatchListener listener) throws IOException {
      this.spark = spark;
      this.request = request;
      this.listener = listener;
      SharedModel model = SharedModel.of(spark, request.model());
      table =
          new HeardTable(
              spark,
              Inputs.qualified(spark, request.output()).toString(),
              request.work(),
              model.name());
      tally = new Tally(spark.sparkContext());
      hearing = new Hearing(spark, request.work(), model);
      writing = new Writing(hearing, tally);
    }

    BatchProgress run() throws Exception {
      Inputs inputs = Inputs.of(spark, request.inputs(), request.settings());
      if (inputs.passedOver() > 0) {
        listener.note(
            inputs.passedOver()
                + " files are no audio by their names and were passed over; a pattern or a table"
                + " that names them has them heard");
      }
      table.open();
      HeardTable.Counts before = table.counts();
      List<Clip> due = due(inputs.clips());
      ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Work::daemon);
      try {
        Future<?> unused =
            clock.scheduleAtFixedRate(() -> listener.progress(now()), 1, 1, TimeUnit.SECONDS);
        clips(due);
        sound(inputs.sound());
      } finally {
        clock.shutdownNow();
      }
      return result(before);
    }

    private static Thread daemon(Runnable task) {
      Thread thread = new Thread(task, "emotone progress");
      thread.setDaemon(true);
      return thread;
    }

    /** What is not in the table; what is named twice is heard once. */
    private List<Clip> due(List<Clip> clips) {
      Set<String> done = table.done();
      int before = done.size();
      List<Clip> due = new ArrayList<>();
      for (Clip clip : clips) {
        if (done.add(clip.key())) {
          due.add(clip);
        }
      }
      int different = due.size();
      total += before == 0 ? different : distinct(clips);
      skipped += total - different;
      return due;
    }

    private static long distinct(List<Clip> clips) {
      return clips.stream().map(Clip::key).distinct().count();
    }

    private int cores() {
      return spark.sparkContext().defaultParallelism();
    }

    private int chunk() {
      int asked = request.settings().chunk();
      return asked > 0 ? asked : Math.max(CHUNK, CHUNK_PER_CORE * cores());
    }

    private void clips(List<Clip> due) throws Exception {
      for (int from = 0; from < due.size(); from += chunk()) {
        List<Clip> chunk = due.subList(from, Math.min(due.size(), from + chunk()));
        if (request.work() instanceof BatchWork.Timelines timelines) {
          timelines(chunk, timelines.settings());
        } else {
          table.append(rows(chunk));
        }
        listener.committed(now());
      }
    }

    /** Long recordings are heard beside the others, and added to the table after them. */
    private void timelines(List<Clip> clips, TimelineSettings settings) throws Exception {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
      LongTimelines timelines =
          new LongTimelines(hearing, writing, tally, settings, request.settings().splitSeconds());
      List<LongTimelines.Found> found = timelines.find(context, clips, SHARES_PER_CORE * cores());
      if (found.isEmpty()) {
        table.append(rows(clips));
        return;
      }
      JavaRDD<Row> rows = timelines.rows(context, found).persist(StorageLevel.DISK_ONLY());
      JavaFutureAction<Long> counting = rows.countAsync();
      Set<Clip> apart = new HashSet<>();
      found.forEach(one -> apart.add(one.clip()));
      List<Clip> others = clips.stream().filter(clip -> !apart.contains(clip)).toList();
      if (!others.isEmpty()) {
        table.append(rows(others));
      }
      counting.get();
      table.append(spark.createDataFrame(rows, Tables.written(request.work())));
      rows.unpersist();
    }

    private Dataset<Row> rows(List<Clip> clips) {
      int most = Math.max(cores(), Math.min(SHARES_PER_CORE * cores(), clips.size() / SHARE));
      List<Share> shares = Share.of(clips, most);
      Writing own = writing;
      JavaRDD<Row> rows =
          JavaSparkContext.fromSparkContext(spark.sparkContext())
              .parallelize(shares, shares.size())
              .flatMap(share -> new HeardClips(share.clips().iterator(), own));
      return spark.createDataFrame(rows, Tables.written(request.work()));
    }

    /** Tables of sound, some of their files at a time: none of them is read twice. */
    private void sound(List<SoundTable> tables) {
      for (SoundTable sound : tables) {
        Broadcast<Set<String>> done =
            JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(table.done());
        long all = sound.rows(spark).count();
        long left = sound.due(spark, done).count();
        total += all;
        skipped += all - left;
        for (SoundTable part : left == 0 ? List.<SoundTable>of() : sound.parts(left, chunk())) {
          Writing own = writing;
          JavaRDD<Row> rows =
              part.due(spark, done)
                  .flatMap(row -> own.of(String.valueOf(row.get(0)), row.getAs(1)).iterator());
          table.append(spark.createDataFrame(rows, Tables.written(request.work())));
          listener.committed(now());
        }
        done.destroy();
      }
    }

    private BatchProgress now() {
      return tally.progress(total, skipped, (System.nanoTime() - began) / 1e9);
    }

    private BatchProgress result(HeardTable.Counts before) {
      HeardTable.Counts heard = table.counts().since(before);
      BatchProgress counted = now();
      return new BatchProgress(
          total,
          skipped,
          heard.clips(),
          heard.failures(),
          heard.seconds(),
          counted.busySeconds(),
          counted.seconds());
    }
  }
}
