package org.emotone.corpus.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.CorpusSummary.Progress;
import org.jspecify.annotations.Nullable;

/** Measures many files on all cores, and each content only once in a lifetime. */
final class Measurements {

  private final Optional<FactsCache> cache;

  Measurements(AuditOptions options) {
    cache = options.cache().map(FactsCache::new);
  }

  /**
   * Reads all clips; a file with several clips in it is decoded once.
   *
   * @param progress told after each file, by one thread at a time
   * @return in the order of the clips
   * @throws IOException if the cache cannot be written; files that cannot be read are in the result
   */
  List<Reading> of(List<Utterance> clips, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    Map<Utterance, Reading> readings = new ConcurrentHashMap<>();
    Map<Path, List<Utterance>> files =
        clips.stream()
            .collect(
                Collectors.groupingBy(Utterance::path, LinkedHashMap::new, Collectors.toList()));
    try {
      files.entrySet().parallelStream()
          .forEach(
              file -> {
                read(file.getKey(), file.getValue())
                    .forEach(reading -> readings.put(reading.clip(), reading));
                synchronized (done) {
                  progress.done(done.addAndGet(file.getValue().size()), clips.size());
                }
              });
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return clips.stream().map(clip -> Objects.requireNonNull(readings.get(clip))).toList();
  }

  private List<Reading> read(Path file, List<Utterance> clips) {
    List<Reading> readings = new ArrayList<>();
    List<Utterance> unknown = new ArrayList<>(clips);
    try {
      String content = cache.isEmpty() ? "" : Hashes.of(file);
      for (Utterance clip : clips) {
        Optional<ClipFacts> known = cache.flatMap(kept -> kept.get(key(content, clip)));
        if (known.isPresent()) {
          readings.add(new Reading(clip, known.get(), ""));
          unknown.remove(clip);
        }
      }
      if (!unknown.isEmpty()) {
        decode(file, content, unknown, readings);
      }
    } catch (IOException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "cannot be read");
      unknown.forEach(clip -> readings.add(new Reading(clip, null, reason)));
    }
    return readings;
  }

  private void decode(Path file, String content, List<Utterance> clips, List<Reading> readings)
      throws IOException {
    List<Segment> parts =
        clips.stream()
            .map(clip -> Objects.requireNonNullElse(clip.segment(), Segment.from(0)))
            .toList();
    List<ClipReader.Measured> measured = ClipReader.read(file, parts);
    for (int i = 0; i < clips.size(); i++) {
      @Nullable ClipFacts facts = measured.get(i).facts();
      if (facts != null && cache.isPresent()) {
        keep(cache.get(), key(content, clips.get(i)), facts);
      }
      readings.add(new Reading(clips.get(i), facts, measured.get(i).failure()));
    }
  }

  private static String key(String content, Utterance clip) {
    Segment segment = clip.segment();
    return segment == null ? content : content + "-" + segment.start() + "-" + segment.end();
  }

  private static void keep(FactsCache cache, String content, ClipFacts facts) {
    try {
      cache.put(content, facts);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s: fingerprints cannot be kept here (%s); name another folder or use no cache"
              .formatted(cache.folder(), e.getMessage()),
          e);
    }
  }
}
