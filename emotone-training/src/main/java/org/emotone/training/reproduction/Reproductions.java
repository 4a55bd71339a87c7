package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.features.StrictJson;
import org.emotone.training.engine.TrainingException;
import org.emotone.training.run.RunFolder;

/**
 * What has come of published systems so far; {@code reproduction.json}.
 *
 * @param systems in the order in which they were first run
 */
public record Reproductions(@JsonProperty(required = true) List<ReproducedSystem> systems) {

  /** Copies the list. */
  public Reproductions {
    systems = List.copyOf(systems);
  }

  /**
   * Reads the file; one that is not there holds nothing.
   *
   * @throws TrainingException if it is something else, in one line
   */
  public static Reproductions read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Reproductions(List.of());
    }
    try {
      return StrictJson.read(file.toString(), Files.readString(file), Reproductions.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Writes the file; a process that is killed leaves the old one or the new one. */
  public void write(Path file) throws IOException {
    RunFolder.write(file, StrictJson.writeIndented(this) + "\n");
  }

  /** The same with a system, in the place of what was known of it. */
  public Reproductions with(ReproducedSystem system) {
    List<ReproducedSystem> all = new ArrayList<>(systems);
    int place = all.stream().map(ReproducedSystem::id).toList().indexOf(system.id());
    if (place < 0) {
      all.add(system);
    } else {
      all.set(place, system);
    }
    return new Reproductions(all);
  }

  /** What came of a system, if it has been run. */
  public Optional<ReproducedSystem> of(String id) {
    return systems.stream().filter(system -> system.id().equals(id)).findFirst();
  }
}
