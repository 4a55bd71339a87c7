package org.emotone.spark;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.emotone.audio.Audio;
import org.emotone.audio.AudioLimits;
import org.emotone.audio.AudioStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens recordings on the machine that hears them, wherever Hadoop reads files from. They are
 * decoded while they are read, in memory that does not grow with their length.
 */
final class Recordings implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SerializableConfiguration hadoop;

  Recordings(SparkSession spark) {
    hadoop = new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
  }

  /**
   * Opens a file, or a part of one.
   *
   * @throws IOException if it is not there or no audio
   */
  AudioStream open(Clip clip) throws IOException {
    clip.check();
    return part(clip, open(clip.path()));
  }

  private static AudioStream part(Clip clip, AudioStream stream) {
    return clip.start() == null && clip.end() == null
        ? stream
        : new PartStream(stream, clip.start(), clip.end());
  }

  /** The size of a file in bytes. */
  long bytes(Clip clip) throws IOException {
    Path path = new Path(clip.path());
    return clip.bytes() >= 0
        ? clip.bytes()
        : path.getFileSystem(hadoop.value()).getFileStatus(path).getLen();
  }

  private AudioStream open(String name) throws IOException {
    Path path = new Path(name);
    FileSystem files = path.getFileSystem(hadoop.value());
    if (files instanceof LocalFileSystem local) {
      // FFmpeg reads files by itself, and a file says how long it is.
      return Audio.open(local.pathToFile(path).toPath(), AudioLimits.DEFAULT);
    }
    return Audio.open(files.open(path), name, AudioLimits.DEFAULT);
  }

  /** Opens encoded sound in memory, or a part of it. */
  static AudioStream open(Clip clip, byte @Nullable [] content) throws IOException {
    clip.check();
    if (content == null) {
      throw new FileNotFoundException(clip.path() + ": there are no bytes (null)");
    }
    return part(
        clip, Audio.open(new ByteArrayInputStream(content), clip.path(), AudioLimits.DEFAULT));
  }
}
