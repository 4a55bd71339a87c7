package org.emotone.server.settings;

import java.time.Duration;

/**
 * What a server allows; every limit is answered with 413, 429 or 503 and never with memory.
 *
 * @param uploadBytes largest body of a request with a recording, in bytes
 * @param seconds longest recording, in seconds
 * @param workers recognitions at a time
 * @param queue recognitions that may wait for a worker
 * @param workTime the longest that one recognition may take
 * @param requestsPerSecond requests of one client in the long run; a multiple of it may come at
 *     once ({@link #burst})
 * @param uploads requests with a body that may be under way at a time
 * @param connections open connections
 * @param streams live streams at a time
 * @param streamSeconds longest sound of a live stream, in seconds
 */
public record Limits(
    long uploadBytes,
    double seconds,
    int workers,
    int queue,
    Duration workTime,
    double requestsPerSecond,
    int uploads,
    int connections,
    int streams,
    double streamSeconds) {

  /** The largest body of a request without a recording, in bytes. */
  public static final int SMALL_BODY_BYTES = 64 << 10;

  /** How slowly a body may come on average, in bytes per second. */
  public static final int LEAST_BYTES_PER_SECOND = 2048;

  /**
   * 100 MiB, an hour, a worker for each processor, 64 that wait, 2 minutes of work, 50 requests a
   * second, 128 uploads, 1000 connections, 200 streams of up to 4 hours.
   */
  public static Limits standard() {
    return new Limits(
        100L << 20,
        3600,
        Runtime.getRuntime().availableProcessors(),
        64,
        Duration.ofMinutes(2),
        50,
        128,
        1000,
        200,
        4 * 3600);
  }

  /** Checks the ranges. */
  public Limits {
    check("uploadBytes", (double) uploadBytes, 1);
    check("seconds", seconds, 0.1);
    check("workers", workers, 1);
    check("queue", queue, 1);
    check("workTime", workTime.toMillis() / 1e3, 0.001);
    check("requestsPerSecond", requestsPerSecond, 0.01);
    check("uploads", uploads, 1);
    check("connections", connections, 1);
    check("streams", streams, 0);
    check("streamSeconds", streamSeconds, 1);
  }

  private static void check(String name, double value, double least) {
    if (!(value >= least)) {
      throw new IllegalArgumentException(
          "%s must be at least %s, was %s".formatted(name, least, value));
    }
  }

  /** Requests that one client may send at once: those of four seconds, and no fewer than ten. */
  public int burst() {
    return Math.max(10, (int) Math.ceil(4 * requestsPerSecond));
  }

  /** The same with another size and length of recordings. */
  public Limits withRecordings(long bytes, double longest) {
    return new Limits(
        bytes,
        longest,
        workers,
        queue,
        workTime,
        requestsPerSecond,
        uploads,
        connections,
        streams,
        streamSeconds);
  }

  /** The same with other workers and places to wait. */
  public Limits withWorkers(int number, int waiting) {
    return new Limits(
        uploadBytes,
        seconds,
        number,
        waiting,
        workTime,
        requestsPerSecond,
        uploads,
        connections,
        streams,
        streamSeconds);
  }

  /** The same with another longest work. */
  public Limits withWorkTime(Duration longest) {
    return new Limits(
        uploadBytes,
        seconds,
        workers,
        queue,
        longest,
        requestsPerSecond,
        uploads,
        connections,
        streams,
        streamSeconds);
  }

  /** The same with another rate of requests. */
  public Limits withRequestsPerSecond(double rate) {
    return new Limits(
        uploadBytes,
        seconds,
        workers,
        queue,
        workTime,
        rate,
        uploads,
        connections,
        streams,
        streamSeconds);
  }

  /** The same with other numbers of what may be open at a time. */
  public Limits withOpen(int mostUploads, int mostConnections, int mostStreams) {
    return new Limits(
        uploadBytes,
        seconds,
        workers,
        queue,
        workTime,
        requestsPerSecond,
        mostUploads,
        mostConnections,
        mostStreams,
        streamSeconds);
  }
}
