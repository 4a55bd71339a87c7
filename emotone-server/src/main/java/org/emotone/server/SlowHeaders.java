package org.emotone.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/**
 * Ends connections whose next request does not come: a client that sends a header byte by byte is
 * never idle, and would hold its connection for ever (slow loris). Between requests that came
 * whole, a connection may rest as long as it may be idle.
 */
final class SlowHeaders extends Handler.Wrapper implements Connection.Listener {

  private static final long ALLOWED_NANOS = TimeUnit.SECONDS.toNanos(15);

  /** Since when a connection waits for the end of a header, and how many bytes it had before. */
  private static final class Watch {
    private volatile boolean handling;
    private volatile long bytesBefore;
    private volatile long since;
  }

  private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(SlowHeaders::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "slow-headers");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    var unused = sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  protected void doStop() throws Exception {
    sweeper.shutdownNow();
    super.doStop();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection) {
      watches.put(connection, new Watch());
    }
  }

  @Override
  public void onClosed(Connection connection) {
    watches.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    Watch watch = watches.get(connection);
    if (watch != null) {
      watch.handling = true;
      Request.addCompletionListener(
          request,
          fault -> {
            watch.bytesBefore = connection.getBytesIn();
            watch.since = 0;
            watch.handling = false;
          });
    }
    return super.handle(request, response, callback);
  }

  private void sweep() {
    long now = System.nanoTime();
    watches.forEach(
        (connection, watch) -> {
          if (watch.handling || connection.getBytesIn() == watch.bytesBefore) {
            return;
          }
          if (watch.since == 0) {
            watch.since = now;
          } else if (now - watch.since > ALLOWED_NANOS) {
            connection.getEndPoint().close();
          }
        });
  }
}
