package org.emotone.corpus.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body that fails when no byte comes for too long: {@code java.net.http} has no such limit, so a
 * watchdog closes the stream under the reader.
 */
final class GuardedStream extends FilterInputStream {
  private final Duration stall;
  private final ScheduledFuture<?> watchdog;
  private volatile long last = System.nanoTime();
  private volatile boolean stalled;

  GuardedStream(InputStream body, Duration stall, ScheduledExecutorService timer) {
    super(body);
    this.stall = stall;
    long period = Math.max(1, stall.toNanos() / 4);
    this.watchdog = timer.scheduleAtFixedRate(this::look, period, period, TimeUnit.NANOSECONDS);
  }

  private void look() {
    if (System.nanoTime() - last > stall.toNanos()) {
      stalled = true;
      try {
        in.close();
      } catch (IOException alreadyBroken) {
        watchdog.cancel(false);
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      last = System.nanoTime();
      int read = in.read(buffer, offset, length);
      if (read < 0 && stalled) {
        throw silent(null);
      }
      return read;
    } catch (RetryException e) {
      throw e;
    } catch (IOException e) {
      throw stalled ? silent(e) : new RetryException("the connection broke: " + e.getMessage(), e);
    }
  }

  private RetryException silent(@Nullable IOException cause) {
    RetryException silent =
        new RetryException("the server sent nothing for " + Words.seconds(stall));
    if (cause != null) {
      silent.initCause(cause);
    }
    return silent;
  }

  @Override
  public void close() throws IOException {
    watchdog.cancel(false);
    super.close();
  }
}
