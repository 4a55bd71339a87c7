package org.emotone.corpus.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.inspect.CorpusSummary.Progress;

/** Measures many files on all cores, and each content only once in a lifetime. */
final class Measurements {

  private final Optional<FactsCache> cache;

  Measurements(AuditOptions options) {
    cache = options.cache().map(FactsCache::new);
  }

  /**
   * Reads all clips.
   *
   * @param progress told after each file, by one thread at a time
   * @return in the order of the clips
   * @throws IOException if the cache cannot be written; files that cannot be read are in the result
   */
  List<Reading> of(List<Utterance> clips, Progress progress) throws IOException {
    AtomicInteger done = new AtomicInteger();
    try {
      return clips.parallelStream()
          .map(
              clip -> {
                Reading reading = read(clip);
                synchronized (done) {
                  progress.done(done.incrementAndGet(), clips.size());
                }
                return reading;
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Reading read(Utterance clip) {
    try {
      if (cache.isEmpty()) {
        return new Reading(clip, ClipReader.read(clip.path(), clip.segment()), "");
      }
      String content = key(clip);
      Optional<ClipFacts> known = cache.get().get(content);
      ClipFacts facts =
          known.isPresent() ? known.get() : ClipReader.read(clip.path(), clip.segment());
      if (known.isEmpty()) {
        keep(cache.get(), content, facts);
      }
      return new Reading(clip, facts, "");
    } catch (IOException e) {
      return new Reading(clip, null, Objects.requireNonNullElse(e.getMessage(), "cannot be read"));
    }
  }

  private static String key(Utterance clip) throws IOException {
    String content = Hashes.of(clip.path());
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
