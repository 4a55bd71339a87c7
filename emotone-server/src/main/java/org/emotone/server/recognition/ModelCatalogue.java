package org.emotone.server.recognition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.emotone.BundleException;
import org.emotone.Recognizer;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The models that clients may ask for, by name and never by path, opened once. The first is the
 * default.
 */
public final class ModelCatalogue implements AutoCloseable {

  private final Map<String, Recognizer> models = new LinkedHashMap<>();

  private ModelCatalogue() {}

  /**
   * Opens models.
   *
   * @param files one or more, of different names
   * @throws BundleException if one is no sound model, or two have the same name
   */
  public static ModelCatalogue open(List<Path> files) throws BundleException {
    ModelCatalogue catalogue = new ModelCatalogue();
    try {
      for (Path file : files) {
        catalogue.add(file);
      }
    } catch (BundleException e) {
      catalogue.close();
      throw e;
    }
    if (catalogue.models.isEmpty()) {
      throw new IllegalArgumentException("a server needs at least one model");
    }
    return catalogue;
  }

  private void add(Path file) throws BundleException {
    Recognizer recognizer = Recognizer.open(file);
    String name = recognizer.model().manifest().name();
    if (models.containsKey(name)) {
      recognizer.close();
      throw new BundleException(
          file
              + ": calls itself "
              + name
              + ", as another of the models does; serve one of them, or train it under another name");
    }
    models.put(name, recognizer);
  }

  /** All models, the default first. */
  public List<Recognizer> all() {
    return new ArrayList<>(models.values());
  }

  /** The default. */
  public Recognizer first() {
    return models.values().iterator().next();
  }

  /**
   * A model.
   *
   * @param name null for the default
   * @throws ProblemException if there is none of this name
   */
  public Recognizer find(@Nullable String name) {
    if (name == null) {
      return first();
    }
    Recognizer found = models.get(name);
    if (found == null) {
      throw new ProblemException(
          ProblemCode.INVALID_VALUE,
          "model: there is none of that name; there are " + String.join(", ", models.keySet()));
    }
    return found;
  }

  /** Frees the models, after the recognitions that are under way. */
  @Override
  public void close() {
    models.values().forEach(Recognizer::close);
  }
}
