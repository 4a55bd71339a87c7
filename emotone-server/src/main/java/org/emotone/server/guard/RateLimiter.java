package org.emotone.server.guard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;

/**
 * How often each client may come: a bucket of tokens for each, filled at a steady rate. Remembers a
 * bounded number of clients, and forgets those first that have not come for longest. Safe for use
 * by several threads.
 */
public final class RateLimiter {

  private static final int MOST_CLIENTS = 10_000;

  private static final class Bucket {
    private double tokens;
    private Instant filled;

    Bucket(double tokens, Instant filled) {
      this.tokens = tokens;
      this.filled = filled;
    }
  }

  private final double perSecond;
  private final int burst;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A limit.
   *
   * @param perSecond requests in the long run, above 0
   * @param burst requests that may come at once, 1 or more
   */
  public RateLimiter(double perSecond, int burst, InstantSource clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.clock = clock;
  }

  /**
   * Counts a request.
   *
   * @throws ProblemException if the client has come too often, with the time to wait
   */
  public synchronized void pass(String client) {
    Instant now = clock.instant();
    Bucket bucket = buckets.computeIfAbsent(client, key -> new Bucket(burst, now));
    double seconds = Math.max(0, (now.toEpochMilli() - bucket.filled.toEpochMilli()) / 1e3);
    bucket.tokens = Math.min(burst, bucket.tokens + seconds * perSecond);
    bucket.filled = now;
    if (bucket.tokens < 1) {
      int wait = (int) Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
      throw new ProblemException(
          ProblemCode.RATE_LIMITED,
          "more than %s requests a second by one client; wait and try again".formatted(perSecond),
          wait);
    }
    bucket.tokens--;
    Iterator<String> oldest = buckets.keySet().iterator();
    while (buckets.size() > MOST_CLIENTS) {
      oldest.next();
      oldest.remove();
    }
  }
}
