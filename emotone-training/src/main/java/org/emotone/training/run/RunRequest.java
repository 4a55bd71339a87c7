package org.emotone.training.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.features.StrictJson;
import org.emotone.training.engine.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * Where on this machine a recipe finds what it names.
 *
 * @param corpora the folder of each corpus by its id
 * @param splitFile the file of a fixed split; null to look for it beside the corpora
 * @param withoutTest whether the test clips are left alone and figures are of the validation: for
 *     runs that are compared in order to choose
 */
public record RunRequest(Map<String, Path> corpora, @Nullable Path splitFile, boolean withoutTest) {

  /** Makes all paths absolute, so that a run can be resumed from anywhere. */
  public RunRequest {
    Map<String, Path> absolute = new TreeMap<>();
    corpora.forEach((id, path) -> absolute.put(id, path.toAbsolutePath().normalize()));
    corpora = Collections.unmodifiableMap(absolute);
    splitFile = splitFile == null ? null : splitFile.toAbsolutePath().normalize();
  }

  /** Where a recipe finds what it names; figures are of the test. */
  public RunRequest(Map<String, Path> corpora, @Nullable Path splitFile) {
    this(corpora, splitFile, false);
  }

  /** The same for runs that are compared in order to choose. */
  public RunRequest leavingTestAlone() {
    return new RunRequest(corpora, splitFile, true);
  }

  /** The folder of a corpus. */
  public Path folder(String id) {
    Path folder = corpora.get(id);
    if (folder == null) {
      throw new TrainingException(
          "the recipe needs the corpus '"
              + id
              + "' and does not say where it is; say --corpus "
              + id
              + "=FOLDER");
    }
    return folder;
  }

  /** The same with some corpora in other folders. */
  public RunRequest moved(Map<String, Path> other) {
    Map<String, Path> folders = new TreeMap<>(corpora);
    folders.putAll(other);
    return new RunRequest(folders, splitFile, withoutTest);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Stored(
      Map<String, String> corpora, @Nullable String splitFile, @Nullable Boolean withoutTest) {}

  /** Writes it as JSON. */
  public void write(Path file) throws IOException {
    Map<String, String> paths = new TreeMap<>();
    corpora.forEach((id, path) -> paths.put(id, path.toString()));
    String list = splitFile == null ? null : splitFile.toString();
    RunFolder.write(
        file, StrictJson.writeIndented(new Stored(paths, list, withoutTest ? true : null)));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws TrainingException if the file is something else, in one line
   */
  public static RunRequest read(Path file) throws IOException {
    Stored stored;
    try {
      stored = StrictJson.read(file.toString(), Files.readString(file), Stored.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
    Map<String, Path> corpora = new TreeMap<>();
    stored.corpora().forEach((id, path) -> corpora.put(id, Path.of(path)));
    String list = stored.splitFile();
    return new RunRequest(
        corpora, list == null ? null : Path.of(list), Boolean.TRUE.equals(stored.withoutTest()));
  }
}
