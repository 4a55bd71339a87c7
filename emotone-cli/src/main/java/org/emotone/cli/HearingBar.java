package org.emotone.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.emotone.HearingListener;
import picocli.CommandLine;

/** Progress over several recordings, of which some may be hours long. */
final class HearingBar implements AutoCloseable {

  private static final int STEPS = 1000;
  private static final double LONG_SECONDS = 120;

  private final Progress progress;
  private final Map<Path, Double> shares = new ConcurrentHashMap<>();
  private int done;

  /**
   * A bar.
   *
   * @param verb what is done
   * @param files how many recordings there are
   */
  HearingBar(String verb, int files) {
    progress = Progress.overFiles(verb, files, STEPS);
  }

  /** Hears how far a recording has come, on any thread. */
  HearingListener listener(Path file) {
    return (seconds, total) -> {
      shares.put(file, total > 0 ? Math.min(1, seconds / total) : 0);
      show(total > LONG_SECONDS || seconds > LONG_SECONDS ? words(file, seconds, total) : "");
    };
  }

  private static String words(Path file, double seconds, double total) {
    String of = total > 0 ? " of " + minutes(total) : "";
    return file.getFileName() + ": " + minutes(seconds) + of;
  }

  private static String minutes(double seconds) {
    return String.format(Locale.ROOT, "%.0f min", seconds / 60);
  }

  /** A recording is finished. */
  synchronized void finish(Path file) {
    done++;
    shares.remove(file);
    show("");
  }

  private synchronized void show(String words) {
    double steps = done;
    for (double share : shares.values()) {
      steps += share;
    }
    progress.to((int) (STEPS * steps));
    progress.say(words);
  }

  /** Makes room for a line on standard error. */
  synchronized void makeRoom() {
    progress.makeRoom();
  }

  /** Takes the bar away before something is printed to standard output. */
  synchronized void giveWay() {
    progress.giveWay();
  }

  /** What is done with a recording that was heard. */
  interface Heard<T> {
    void add(Path file, T value) throws IOException;
  }

  /** What is done with a recording that could not be heard. */
  interface Unheard {
    void fail(Path file, String line) throws IOException;
  }

  /**
   * Prints what is heard as it comes.
   *
   * @return how many recordings could not be heard
   */
  <T> int print(InOrder<Path, T> results, CommandLine command, Heard<T> heard, Unheard unheard)
      throws IOException {
    int failed = 0;
    // Whoever reads the results may go away before the end, as head does.
    while (results.hasNext() && !command.getOut().checkError()) {
      InOrder.Result<Path, T> result = results.next();
      if (result instanceof InOrder.Done<Path, T> ready) {
        giveWay();
        heard.add(ready.item(), ready.value());
      } else if (result instanceof InOrder.Failed<Path, T> failure) {
        failed++;
        String line = Failures.line(failure.cause());
        makeRoom();
        command.getErr().println("emotone: " + line);
        unheard.fail(failure.item(), line);
      }
      finish(result.item());
    }
    return failed;
  }

  @Override
  public synchronized void close() {
    progress.close();
  }
}
