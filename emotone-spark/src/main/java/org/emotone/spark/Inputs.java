package org.emotone.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.util.functional.RemoteIterators;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.emotone.audio.AudioExtensions;
import org.emotone.batch.BatchSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a batch is asked to hear: files under folders, files that match patterns, tables of paths
 * (CSV with a header, Parquet), and tables of sound (Parquet).
 *
 * @param clips files and parts of them, in the order in which they were named
 * @param sound tables with a column of sound
 * @param passedOver files in folders that are no audio by their names
 */
record Inputs(List<Clip> clips, List<SoundTable> sound, int passedOver) {

  private static final String PATTERN = "*?{[";

  /**
   * Looks for everything.
   *
   * @throws IOException if something is not there or a table has not the columns that it needs
   */
  static Inputs of(SparkSession spark, List<String> names, BatchSettings settings)
      throws IOException {
    List<Clip> clips = new ArrayList<>();
    List<SoundTable> sound = new ArrayList<>();
    int passedOver = 0;
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".csv") || lower.endsWith(".parquet")) {
        table(spark, name, settings, clips, sound);
      } else {
        passedOver += files(spark, name, clips);
      }
    }
    return new Inputs(clips, sound, passedOver);
  }

  /** With its file system, and from the root: other machines have other working folders. */
  static Path qualified(SparkSession spark, String name) throws IOException {
    Path path = new Path(name);
    return path.getFileSystem(spark.sparkContext().hadoopConfiguration()).makeQualified(path);
  }

  private static int files(SparkSession spark, String name, List<Clip> clips) throws IOException {
    Path path = new Path(name);
    FileSystem files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (!files.exists(path) && name.chars().anyMatch(c -> PATTERN.indexOf(c) >= 0)) {
      FileStatus[] matches = files.globStatus(path);
      if (matches == null || matches.length == 0) {
        throw new FileNotFoundException(name + ": no file matches this pattern");
      }
      Arrays.stream(matches).filter(FileStatus::isFile).map(Inputs::clip).forEach(clips::add);
      return 0;
    }
    if (!files.exists(path)) {
      throw new FileNotFoundException(name + ": there is no such file or folder");
    }
    FileStatus status = files.getFileStatus(path);
    if (status.isFile()) {
      clips.add(clip(status));
      return 0;
    }
    return folder(files, status.getPath(), clips);
  }

  private static int folder(FileSystem files, Path folder, List<Clip> clips) throws IOException {
    int passedOver = 0;
    List<Clip> found = new ArrayList<>();
    RemoteIterator<? extends FileStatus> all = below(files, folder);
    String root = folder.toUri().getPath();
    while (all.hasNext()) {
      FileStatus file = all.next();
      String below = file.getPath().toUri().getPath().substring(root.length());
      if (below.contains("/.") || below.contains("/__MACOSX/")) {
        continue;
      }
      if (isAudio(below)) {
        found.add(clip(file));
      } else {
        passedOver++;
      }
    }
    found.sort(Comparator.comparing(Clip::path));
    clips.addAll(found);
    return passedOver;
  }

  /**
   * All files under a folder. Stores of objects list them at once. Of files of this machine Hadoop
   * would ask for the permissions, too, with a process for each: those are listed folder by folder.
   */
  private static RemoteIterator<? extends FileStatus> below(FileSystem files, Path folder)
      throws IOException {
    if (!isLocal(folder)) {
      return files.listFiles(folder, true);
    }
    List<FileStatus> found = new ArrayList<>();
    Deque<Path> folders = new ArrayDeque<>(List.of(folder));
    while (!folders.isEmpty()) {
      for (FileStatus status : files.listStatus(folders.remove())) {
        if (status.isDirectory()) {
          folders.add(status.getPath());
        } else {
          found.add(status);
        }
      }
    }
    return RemoteIterators.remoteIteratorFromIterable(found);
  }

  private static boolean isAudio(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return AudioExtensions.ALL.contains(extension);
  }

  private static Clip clip(FileStatus file) {
    // Files of this machine are called as everywhere else on it.
    String name =
        isLocal(file.getPath()) ? file.getPath().toUri().getPath() : file.getPath().toString();
    return new Clip(name, null, null, file.getLen());
  }

  private static void table(
      SparkSession spark,
      String name,
      BatchSettings settings,
      List<Clip> clips,
      List<SoundTable> sound)
      throws IOException {
    Path path = qualified(spark, name);
    if (!path.getFileSystem(spark.sparkContext().hadoopConfiguration()).exists(path)) {
      throw new FileNotFoundException(name + ": there is no such table");
    }
    boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
    Dataset<Row> table =
        csv ? spark.read().option("header", "true").csv(name) : spark.read().parquet(name);
    List<String> columns = Arrays.asList(table.columns());
    int content = columns.indexOf(settings.soundColumn());
    if (content >= 0 && table.schema().fields()[content].dataType().equals(DataTypes.BinaryType)) {
      require(name, columns, settings.idColumn());
      sound.add(
          new SoundTable(
              Arrays.asList(table.inputFiles()), settings.idColumn(), settings.soundColumn()));
      return;
    }
    require(name, columns, "path");
    long line = csv ? 1 : 0;
    for (Iterator<Row> rows = table.toLocalIterator(); rows.hasNext(); ) {
      Row row = rows.next();
      line++;
      String file = row.getAs("path");
      if (file == null || file.isBlank()) {
        throw new IOException(name + ": row " + line + " has no path");
      }
      clips.add(
          new Clip(
              place(path, file),
              seconds(row, columns, "start", name, line),
              seconds(row, columns, "end", name, line),
              -1));
    }
  }

  /** Relative paths in a table count from where it lies. */
  private static String place(Path table, String file) {
    Path path = new Path(file);
    if (path.isUriPathAbsolute() || table.getParent() == null) {
      return file;
    }
    Path beside = new Path(table.getParent(), path);
    return isLocal(beside) ? beside.toUri().getPath() : beside.toString();
  }

  private static boolean isLocal(Path path) {
    return path.toUri().getScheme() == null || path.toUri().getScheme().equals("file");
  }

  private static void require(String name, List<String> columns, String needed) throws IOException {
    if (!columns.contains(needed)) {
      throw new IOException(
          "%s: has no column \"%s\" but %s; a table of paths needs path (and may have start and"
                  .formatted(name, needed, columns)
              + " end in seconds), a table of sound a binary column and one that names each row");
    }
  }

  private static @Nullable Double seconds(
      Row row, List<String> columns, String column, String name, long line) throws IOException {
    int at = columns.indexOf(column);
    if (at < 0 || row.isNullAt(at) || row.get(at).toString().isBlank()) {
      return null;
    }
    try {
      return Double.valueOf(row.get(at).toString().strip());
    } catch (NumberFormatException e) {
      throw new IOException(
          "%s: row %d: %s is \"%s\", not a number of seconds"
              .formatted(name, line, column, row.get(at)),
          e);
    }
  }
}
