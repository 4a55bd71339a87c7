package org.emotone.spark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.emotone.batch.BatchEngine;
import org.emotone.batch.BatchListener;
import org.emotone.batch.BatchProgress;
import org.emotone.batch.BatchRequest;
import org.emotone.batch.BatchSettings;
import org.emotone.batch.BatchWork;

/** A folder of recordings and the table that a batch makes of them. */
abstract class BatchTests {

  static final BatchWork RECOGNITIONS = new BatchWork.Recognitions();

  final SparkSession spark = LocalSpark.session();
  final Path in;
  final Path out;

  BatchTests(Path folder) throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    out = folder.resolve("out");
  }

  final BatchProgress run(BatchWork work, BatchSettings settings, String... inputs)
      throws IOException {
    BatchRequest request =
        new BatchRequest(work, SharedModel.shipped(), List.of(inputs), out.toString(), settings);
    return BatchEngine.find().orElseThrow().run(request, BatchListener.NONE);
  }

  final Dataset<Row> table() {
    return spark.read().parquet(out.toString());
  }

  final void copy(String sample, String name) throws IOException {
    Path to = in.resolve(name);
    Files.createDirectories(to.getParent());
    Files.copy(LocalSpark.SAMPLES.resolve(sample), to);
  }

  /** 17 GB, of which nothing is on the disk. */
  static void huge(Path file) throws IOException {
    Files.copy(LocalSpark.SAMPLES.resolve("flat-man.wav"), file);
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(17L << 30);
    }
  }

  /** Promises 2 GB of sound and holds none. */
  static void hostile(Path file) throws IOException {
    byte[] head = Files.readAllBytes(LocalSpark.SAMPLES.resolve("flat-man.wav"));
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.write(head, 0, 40);
      made.write(new byte[] {0, 0, -1, 127, 0, 0});
    }
  }
}
