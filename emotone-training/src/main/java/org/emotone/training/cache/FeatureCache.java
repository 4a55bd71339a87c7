package org.emotone.training.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.emotone.corpus.Segment;
import org.emotone.corpus.Utterance;
import org.emotone.features.FeatureMatrix;
import org.emotone.features.FrontEnd;
import org.emotone.features.scaling.Scaler;
import org.jspecify.annotations.Nullable;

/**
 * Features of clips, kept on disk, and the stages on the way to them: decoded, trimmed, features.
 *
 * <p>An entry's name is made of what decides its content: the SHA-256 of the clip's file (with the
 * part of it that the clip is, if it is not the whole), and that of the parameters of the stage:
 * the rate; rate and trim; the description of all that is computed. So a moved corpus is found
 * again, a changed file is computed anew, and a front-end with other features begins with the clips
 * that another has decoded. An entry that is damaged is computed again and replaced; work that was
 * interrupted goes on after the last entry.
 */
public final class FeatureCache {

  private final CacheFolder root;
  private final int threads;

  /**
   * A cache in a folder, which need not be there yet.
   *
   * @param root its folder
   * @param threads how many clips are read at a time, at least 1
   */
  public FeatureCache(Path root, int threads) {
    this.root = new CacheFolder(root);
    this.threads = threads;
  }

  /** The user's cache, {@link CacheFolder#ofUser()}. */
  public static FeatureCache ofUser() {
    return new FeatureCache(
        CacheFolder.ofUser().root(), Runtime.getRuntime().availableProcessors());
  }

  /** Hears how far reading has come, on any thread and out of order. */
  @FunctionalInterface
  public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (done, total) -> {};

    /** So many of so many clips are done. */
    void done(int done, int total);
  }

  /**
   * The features of clips: {@link FrontEnd#extract} of each, read or computed from the last stage
   * that is kept. What is kept is not scaled, so that it serves other scalers, too.
   *
   * @throws IOException if the cache cannot be written
   * @throws InterruptedException if the thread was interrupted; what was computed is kept
   */
  public Features load(List<Utterance> utterances, FrontEnd frontEnd, Progress progress)
      throws IOException, InterruptedException {
    FrontEnd plain = frontEnd.withScaler(null);
    ClipStages stages;
    try {
      stages = new ClipStages(plain, root);
    } catch (IOException e) {
      throw notWritable(e);
    }
    Features features =
        load(utterances, Computation.of(plain).description(), stages::compute, progress);
    Scaler scaler = frontEnd.scaler();
    return scaler == null ? features : features.scaled(clip -> scaler);
  }

  /**
   * The sound of clips at the rate of a front-end, kept or decoded.
   *
   * @throws IOException if the cache cannot be written
   */
  public ClipSounds sounds(FrontEnd frontEnd) throws IOException {
    try {
      return new ClipSounds(new ClipStages(frontEnd, root));
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /**
   * What is computed of clips: that of each, read or computed.
   *
   * @throws IOException if the cache cannot be written
   * @throws InterruptedException if the thread was interrupted; what was computed is kept
   */
  public Features load(List<Utterance> utterances, Computation computation, Progress progress)
      throws IOException, InterruptedException {
    return load(
        utterances,
        computation.description(),
        (clip, digest) -> computation.of(clip, digest),
        progress);
  }

  /** Computes what is not kept of a clip. */
  @FunctionalInterface
  private interface Work {
    FeatureMatrix of(Utterance clip, String digest) throws IOException;
  }

  private Features load(
      List<Utterance> utterances, String description, Work work, Progress progress)
      throws IOException, InterruptedException {
    Path folder;
    try {
      folder = root.of(CacheStage.FEATURES, description);
    } catch (IOException e) {
      throw notWritable(e);
    }
    AtomicInteger done = new AtomicInteger();
    Map<Path, String> digests = new ConcurrentHashMap<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads, FeatureCache::worker);
    try {
      List<Future<Entry>> entries = new ArrayList<>();
      for (Utterance utterance : utterances) {
        entries.add(
            pool.submit(
                () -> {
                  Entry entry = entry(utterance, work, folder, digests);
                  progress.done(done.incrementAndGet(), utterances.size());
                  return entry;
                }));
      }
      return collect(entries);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "features");
    thread.setDaemon(true);
    return thread;
  }

  private record Entry(
      Utterance utterance, String digest, @Nullable FeatureMatrix matrix, String reason) {}

  private static Features collect(List<Future<Entry>> futures)
      throws IOException, InterruptedException {
    List<Utterance> utterances = new ArrayList<>();
    List<FeatureMatrix> matrices = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    List<Features.Unreadable> unreadable = new ArrayList<>();
    for (Future<Entry> future : futures) {
      Entry entry = get(future);
      FeatureMatrix matrix = entry.matrix();
      if (matrix == null) {
        unreadable.add(new Features.Unreadable(entry.utterance(), entry.reason()));
      } else {
        utterances.add(entry.utterance());
        matrices.add(matrix);
        digests.add(entry.digest());
      }
    }
    return new Features(utterances, matrices, digests, unreadable);
  }

  private static Entry get(Future<Entry> future) throws IOException, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Entry entry(Utterance utterance, Work work, Path folder, Map<Path, String> digests)
      throws IOException {
    String digest;
    try {
      digest = digest(utterance, digests);
    } catch (IOException e) {
      return new Entry(
          utterance, "", null, utterance.path() + ": cannot be read: " + e.getMessage());
    }
    Path file = CacheFolder.entry(folder, CacheStage.FEATURES, digest);
    Optional<FeatureMatrix> kept = PackedMatrix.read(file);
    if (kept.isPresent()) {
      return new Entry(utterance, digest, kept.get(), "");
    }
    FeatureMatrix matrix;
    try {
      matrix = work.of(utterance, digest);
    } catch (IOException e) {
      return new Entry(utterance, digest, null, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Entry(utterance, digest, null, utterance.path() + ": " + e.getMessage());
    }
    if (matrix.frames() == 0) {
      return new Entry(utterance, digest, null, utterance.path() + ": no audio in it");
    }
    try {
      PackedMatrix.write(file, matrix);
    } catch (IOException e) {
      throw notWritable(e);
    }
    return new Entry(utterance, digest, matrix, "");
  }

  /**
   * Of the clip's file, and of the part of it that the clip is.
   *
   * @param digests of files with several clips in them, which are not read again for each
   */
  private static String digest(Utterance utterance, Map<Path, String> digests) throws IOException {
    Segment segment = utterance.segment();
    if (segment == null) {
      return Digest.of(utterance.path());
    }
    String file = digests.get(utterance.path());
    if (file == null) {
      file = Digest.of(utterance.path());
      digests.put(utterance.path(), file);
    }
    return Digest.of(file + " " + segment.start() + " " + segment.end());
  }

  private IOException notWritable(IOException e) {
    return new IOException(
        ("%s: the cache cannot be written (%s: %s); make room with `emotone cache clear`, or point"
                + " EMOTONE_HOME to another folder")
            .formatted(root.root(), e.getClass().getSimpleName(), e.getMessage()),
        e);
  }
}
