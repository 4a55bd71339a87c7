package org.emotone.corpus.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a server for a file and follows redirects itself: {@code java.net.http} gives a circle of
 * redirects back as if it were an answer, and the headers of a range must go along.
 */
final class HttpSource {
  private static final String AGENT = "emotone (corpus download)";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final HttpClient client;
  private final FetchOptions options;

  HttpSource(FetchOptions options) {
    this.options = options;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(options.connect())
            .build();
  }

  /**
   * The answer to a GET.
   *
   * @return status 200, 206 or 416
   * @throws RetryException if it may work later
   * @throws DownloadException if it will not
   */
  HttpResponse<InputStream> get(URI url, Map<String, String> headers)
      throws IOException, InterruptedException {
    Set<URI> seen = new LinkedHashSet<>();
    URI at = url;
    while (true) {
      seen.add(at);
      HttpResponse<InputStream> response = send(at, headers);
      int status = response.statusCode();
      if (status == 200 || status == 206 || status == 416) {
        return response;
      }
      response.body().close();
      if (status < 300 || status >= 400 || response.headers().firstValue("Location").isEmpty()) {
        throw failure(at, response);
      }
      at = target(url, at, response.headers().firstValue("Location").orElseThrow());
      if (seen.contains(at) || seen.size() > options.redirects()) {
        throw new DownloadException(
            url
                + ": the server redirects "
                + (seen.contains(at)
                    ? "in a circle"
                    : "more than " + options.redirects() + " times")
                + ", the last time to "
                + at
                + "; open the address in a browser to see what it wants");
      }
    }
  }

  private HttpResponse<InputStream> send(URI url, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request;
    try {
      request = HttpRequest.newBuilder(url).header("User-Agent", AGENT);
    } catch (IllegalArgumentException e) {
      throw new DownloadException(url + ": is no address of a web server: " + e.getMessage(), e);
    }
    headers.forEach(request::header);
    // Not HttpRequest.timeout: newer versions of Java count the body into it.
    CompletableFuture<HttpResponse<InputStream>> answer =
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try {
      return answer.get(options.connect().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new RetryException(
          "no answer from " + url.getHost() + " in " + Words.seconds(options.connect()), e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      throw new RetryException("cannot reach " + url.getHost() + ": " + message, cause);
    } catch (InterruptedException e) {
      answer.cancel(true);
      throw e;
    }
  }

  private static URI target(URI first, URI from, String location) throws DownloadException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new DownloadException(
          first + ": the server redirects to '" + location + "', which is no address", e);
    }
    if ("https".equals(from.getScheme()) && !"https".equals(to.getScheme())) {
      throw new DownloadException(
          first
              + ": the server redirects from an encrypted address to "
              + to
              + ", which is not; nothing was fetched");
    }
    return to;
  }

  private static IOException failure(URI url, HttpResponse<?> response) {
    int status = response.statusCode();
    if (status == 408 || status == 425 || status == 429 || status >= 500) {
      return new RetryException("the server answers " + status, retryAfter(response));
    }
    String why =
        switch (status) {
          case 401, 403, 407 -> "wants a login or forbids the download";
          case 404, 410 -> "does not have the file any more";
          default -> "refuses the download";
        };
    return new DownloadException(
        url
            + ": the server "
            + why
            + " (status "
            + status
            + "); see the corpus' own page for where it is now");
  }

  private static Duration retryAfter(HttpResponse<?> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("[0-9]{1,6}")) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }
}
