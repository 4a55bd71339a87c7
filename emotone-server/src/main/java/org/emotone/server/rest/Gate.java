package org.emotone.server.rest;

import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.Set;
import org.emotone.server.guard.Client;
import org.emotone.server.guard.Hosts;
import org.emotone.server.guard.RateLimiter;
import org.emotone.server.guard.SecurityHeaders;
import org.emotone.server.guard.Tokens;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.recognition.Ids;
import org.emotone.server.settings.ServerSettings;

/** What every request passes before anything else is done with it. */
final class Gate {

  /** The cookie of a session. */
  static final String COOKIE = "emotone_session";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OPEN = Set.of("/v1/settings", "/v1/login", "/v1/logout");
  private static final double WRONG_TOKENS_PER_SECOND = 0.2;

  private final Hosts hosts;
  private final Tokens tokens;
  private final RateLimiter rate;
  private final RateLimiter wrongTokens;
  private final Ids ids;
  private final boolean behindProxy;

  /** The gate of a server. */
  Gate(ServerSettings settings, Tokens tokens, Ids ids, InstantSource clock) {
    hosts = new Hosts(settings);
    this.tokens = tokens;
    this.ids = ids;
    rate = new RateLimiter(settings.limits().requestsPerSecond(), settings.limits().burst(), clock);
    wrongTokens = new RateLimiter(WRONG_TOKENS_PER_SECOND, 10, clock);
    behindProxy = settings.behindProxy();
  }

  /**
   * Lets a request pass.
   *
   * @throws ProblemException if it may not
   */
  void pass(Context context) {
    open(context);
    if (context.path().startsWith("/health/")) {
      return;
    }
    hosts.checkHost(context.header("Host"));
    rate.pass(client(context));
    if (!SAFE.contains(context.method().name())) {
      checkOrigin(context);
    }
    boolean guarded = context.path().startsWith("/v1/") || context.path().equals("/metrics");
    if (guarded && !OPEN.contains(context.path())) {
      checkToken(context);
    }
  }

  /** Lets the request for a stream pass: it changes things, whatever its method. */
  void passStream(Context context) {
    open(context);
    hosts.checkHost(context.header("Host"));
    rate.pass(client(context));
    checkOrigin(context);
    checkToken(context);
  }

  private void open(Context context) {
    String id = ids.next();
    Requests.name(context, id);
    context.header("X-Request-Id", id);
    SecurityHeaders.all().forEach(context::header);
    if (context.path().startsWith("/v1/")) {
      context.header("Cache-Control", "no-store");
    }
  }

  private void checkOrigin(Context context) {
    hosts.checkOrigin(
        context.header("Origin"), context.header("Host"), context.header("Sec-Fetch-Site"));
  }

  private void checkToken(Context context) {
    if (!loggedIn(context)) {
      wrongToken(context);
      throw new ProblemException(
          ProblemCode.UNAUTHORIZED,
          "a token is needed: Authorization: Bearer TOKEN, or POST /v1/login");
    }
  }

  /** Counts a wrong token, so that nobody can try many. */
  void wrongToken(Context context) {
    wrongTokens.pass(client(context));
  }

  /** Whether a request may use the API. */
  boolean loggedIn(Context context) {
    return tokens.passes(context.header("Authorization"), context.cookie(COOKIE));
  }

  /** Who is on the other side. */
  String client(Context context) {
    return Client.address(
        context.req().getRemoteAddr(), context.header("X-Forwarded-For"), behindProxy);
  }

  /** Whether the client came by HTTPS, through the proxy. */
  boolean secure(Context context) {
    return behindProxy && "https".equalsIgnoreCase(context.header("X-Forwarded-Proto"));
  }
}
