package org.emotone.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.emotone.Recognizer;
import org.emotone.audio.signal.Segment;
import org.jspecify.annotations.Nullable;

/** Recognises the windows of a recording on several threads while the next ones are found. */
final class TimelineWork implements SpeechWindows.Sink, AutoCloseable {

  /** Windows for one task; the sound of one takes 64 kB a second. */
  private static final int BATCH = 4;

  /** Tasks for each thread that may wait or be under way. */
  private static final int AHEAD = 3;

  private record Utterance(Segment span, int firstWindow, int windows) {}

  private final Recognizer recognizer;
  private final Smoothing smoothing;
  private final int most;
  private final @Nullable ExecutorService workers;
  private final Deque<Future<List<TimelineWindow>>> pending = new ArrayDeque<>();
  private final List<TimelineWindow> windows = new ArrayList<>();
  private final List<Segment> speech = new ArrayList<>();
  private final List<Utterance> utterances = new ArrayList<>();
  private List<SpokenPart> batch = new ArrayList<>();
  private int found;
  private int foundBefore;

  TimelineWork(Recognizer recognizer, TimelineSettings settings, int threads) {
    this.recognizer = recognizer;
    smoothing = new Smoothing(recognizer.model().manifest(), settings);
    most = AHEAD * threads;
    workers = threads == 1 ? null : Executors.newFixedThreadPool(threads, TimelineWork::worker);
  }

  private static Thread worker(Runnable task) {
    Thread thread = new Thread(task, "timeline");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void speech(Segment stretch) {
    speech.add(stretch);
  }

  @Override
  public void window(SpokenPart part) {
    found++;
    batch.add(part);
    if (batch.size() == BATCH) {
      submit();
    }
  }

  @Override
  public void utterance(Segment span) {
    utterances.add(new Utterance(span, foundBefore, found - foundBefore));
    foundBefore = found;
  }

  private void submit() {
    List<SpokenPart> parts = batch;
    batch = new ArrayList<>();
    FutureTask<List<TimelineWindow>> task =
        new FutureTask<>(() -> SpokenParts.recognize(recognizer, parts));
    pending.add(task);
    if (workers == null) {
      task.run();
    } else {
      workers.execute(task);
    }
    while (pending.size() > most || (workers == null && !pending.isEmpty())) {
      windows.addAll(result(pending.remove()));
    }
  }

  private static List<TimelineWindow> result(Future<List<TimelineWindow>> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a recording was analysed", e);
    }
  }

  /** All windows in order, after the last of the recording. */
  List<TimelineWindow> windows() {
    if (!batch.isEmpty()) {
      submit();
    }
    while (!pending.isEmpty()) {
      windows.addAll(result(pending.remove()));
    }
    return windows;
  }

  /** Where somebody speaks. */
  List<Segment> speech() {
    return speech;
  }

  /** The segments of all utterances. */
  List<EmotionSegment> segments(List<TimelineWindow> all) {
    List<EmotionSegment> segments = new ArrayList<>();
    for (Utterance utterance : utterances) {
      int from = utterance.firstWindow();
      List<TimelineWindow> heard = all.subList(from, from + utterance.windows());
      segments.addAll(smoothing.segments(utterance.span(), heard));
    }
    return segments;
  }

  /** Gives up what is not done yet. */
  @Override
  public void close() {
    if (workers != null) {
      workers.shutdownNow();
    }
  }
}
