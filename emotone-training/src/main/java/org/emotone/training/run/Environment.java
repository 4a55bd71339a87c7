package org.emotone.training.run;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.global.torch;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.features.StrictJson;
import org.emotone.training.cache.Digest;
import org.emotone.training.engine.TrainingException;
import org.jspecify.annotations.Nullable;

/**
 * With what a run was done; {@code environment.json}.
 *
 * @param emotone version of Emotone
 * @param commit of its source, null if not known
 * @param dirty whether the source had been changed since, null if not known
 * @param java version and vendor
 * @param system operating system and architecture
 * @param processors that the JVM may use
 * @param threads of LibTorch
 * @param memoryMegabytes most memory of the JVM's heap
 * @param libtorch version of the LibTorch binding
 * @param onnxRuntime version of ONNX Runtime
 * @param corpora what was read
 * @param started when the run, or its resumption, began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Environment(
    String emotone,
    @Nullable String commit,
    @Nullable Boolean dirty,
    String java,
    String system,
    int processors,
    int threads,
    long memoryMegabytes,
    String libtorch,
    String onnxRuntime,
    List<Data> corpora,
    String started) {

  /**
   * A corpus as it was read.
   *
   * @param id of the corpus
   * @param folder that it was read from
   * @param clips that were used
   * @param sha256 over the names and the SHA-256 of the files of those clips, sorted by name
   */
  public record Data(String id, String folder, int clips, String sha256) {}

  static Environment of(Material material, int threads, String started) {
    Optional<SourceState> source = SourceState.ofRunningCode();
    int processors = Runtime.getRuntime().availableProcessors();
    return new Environment(
        version(Environment.class),
        source.map(SourceState::commit).orElse(null),
        source.map(SourceState::dirty).orElse(null),
        property("java.version") + " (" + property("java.vendor") + ")",
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        processors,
        threads == 0 ? processors : threads,
        Runtime.getRuntime().maxMemory() >> 20,
        version(torch.class),
        OrtEnvironment.getEnvironment().getVersion(),
        material.corpora().stream().map(corpus -> data(corpus, material)).toList(),
        started);
  }

  String toJson() {
    return StrictJson.writeIndented(this);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /**
   * Reads what was written.
   *
   * @throws TrainingException if it is something else, in one line
   */
  public static Environment read(Path file) throws IOException {
    try {
      return StrictJson.read(file.toString(), Files.readString(file), Environment.class);
    } catch (IllegalArgumentException e) {
      throw new TrainingException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The version that a class' jar states. */
  private static String version(Class<?> type) {
    @Nullable String version = type.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static Data data(Corpus corpus, Material material) {
    List<Utterance> used = new ArrayList<>(corpus.utterances());
    used.removeIf(clip -> !material.digests().containsKey(clip.name()));
    used.sort(Comparator.comparing(Utterance::name));
    String lines =
        used.stream()
            .map(clip -> clip.name() + " " + material.digests().get(clip.name()) + "\n")
            .collect(Collectors.joining());
    return new Data(corpus.id(), corpus.root().toString(), used.size(), Digest.of(lines));
  }
}
