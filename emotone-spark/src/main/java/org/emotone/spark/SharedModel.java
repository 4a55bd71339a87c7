package org.emotone.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.emotone.BundleException;
import org.emotone.ModelBundle;
import org.emotone.Recognizer;

/**
 * A model for all machines of a cluster: its bytes are broadcast once, and each Java process opens
 * it once, when it is first needed. A recognition takes one thread, so that as many are under way
 * as the process has cores for tasks.
 */
public final class SharedModel implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The option of a session that names a model file, by a path that Hadoop understands. */
  public static final String OPTION = "spark.emotone.model";

  /** Recognisers of this process by the full name of their model; they stay open until it ends. */
  private static final Map<String, Recognizer> OPEN = new HashMap<>();

  /** What this process has broadcast, by application and full name of the model. */
  private static final Map<String, SharedModel> SHARED = new HashMap<>();

  private final String name;
  private final Broadcast<byte[]> bytes;

  private SharedModel(String name, Broadcast<byte[]> bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Shares a model with the machines of a session; sharing it again costs nothing. */
  public static SharedModel of(SparkSession spark, ModelBundle model) {
    synchronized (SHARED) {
      String name = model.fullName();
      return SHARED.computeIfAbsent(
          spark.sparkContext().applicationId() + " " + name,
          key ->
              new SharedModel(
                  name,
                  JavaSparkContext.fromSparkContext(spark.sparkContext())
                      .broadcast(model.toBytes())));
    }
  }

  /**
   * Shares the model that the session's option {@value #OPTION} names, or else the one that Emotone
   * brings along.
   *
   * @throws IOException if it cannot be read, in one line
   */
  public static SharedModel of(SparkSession spark) throws IOException {
    String path = spark.conf().get(OPTION, "");
    return of(spark, path.isEmpty() ? shipped() : read(spark, path));
  }

  /** The model that this module brings along. */
  public static ModelBundle shipped() throws IOException {
    try (InputStream in = SharedModel.class.getResourceAsStream("default.emotone")) {
      if (in == null) {
        throw new BundleException("default.emotone is missing from emotone-spark.jar", null);
      }
      return ModelBundle.read(in.readAllBytes(), "default.emotone");
    }
  }

  private static ModelBundle read(SparkSession spark, String path) throws IOException {
    Path file = new Path(path);
    try (InputStream in =
        file.getFileSystem(spark.sparkContext().hadoopConfiguration()).open(file)) {
      return ModelBundle.read(in.readAllBytes(), path);
    }
  }

  /** Name and id of the model. */
  public String name() {
    return name;
  }

  /**
   * The recogniser of this process; nobody closes it.
   *
   * @throws BundleException if the model cannot be used on this machine
   */
  Recognizer recognizer() throws BundleException {
    synchronized (OPEN) {
      Recognizer open = OPEN.get(name);
      if (open == null) {
        open = Recognizer.of(ModelBundle.read(bytes.value(), name));
        OPEN.put(name, open);
      }
      return open;
    }
  }
}
