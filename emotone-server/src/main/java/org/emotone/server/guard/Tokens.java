package org.emotone.server.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the server: whoever knows the token, or has a session that was begun with it. Secrets
 * are compared in a time that says nothing of them. Safe for use by several threads.
 */
public final class Tokens {

  /** How long a session lasts. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final int MOST_SESSIONS = 1000;
  private static final String BEARER = "bearer ";

  private final byte @Nullable [] digest;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Instant> sessions = new LinkedHashMap<>();

  /**
   * Guards by a token.
   *
   * @param token empty if everybody may use the server
   */
  public Tokens(Optional<String> token, InstantSource clock) {
    digest = token.map(Tokens::digest).orElse(null);
    this.clock = clock;
  }

  /** Whether a token is needed. */
  public boolean needed() {
    return digest != null;
  }

  /**
   * Whether a request may pass.
   *
   * @param authorization the header {@code Authorization}
   * @param session the cookie of a session
   */
  public boolean passes(@Nullable String authorization, @Nullable String session) {
    if (digest == null) {
      return true;
    }
    if (authorization != null
        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && matches(authorization.substring(BEARER.length()).strip())) {
      return true;
    }
    return session != null && lives(session);
  }

  /**
   * Begins a session.
   *
   * @return what the cookie holds
   * @throws ProblemException if it is not the token
   */
  public String login(String token) {
    if (digest == null || !matches(token)) {
      throw new ProblemException(
          ProblemCode.UNAUTHORIZED,
          "this is not the token of this server; it is printed or configured where it was started");
    }
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    synchronized (sessions) {
      forgetOld();
      sessions.put(key(session), clock.instant().plus(SESSION));
    }
    return session;
  }

  /** Ends a session; one that there is not is none, too. */
  public void logout(@Nullable String session) {
    if (session != null) {
      synchronized (sessions) {
        sessions.remove(key(session));
      }
    }
  }

  private boolean matches(String token) {
    return digest != null && MessageDigest.isEqual(digest, digest(token));
  }

  private boolean lives(String session) {
    synchronized (sessions) {
      Instant end = sessions.get(key(session));
      return end != null && clock.instant().isBefore(end);
    }
  }

  private void forgetOld() {
    Instant now = clock.instant();
    sessions.values().removeIf(end -> !now.isBefore(end));
    Iterator<String> oldest = sessions.keySet().iterator();
    while (sessions.size() >= MOST_SESSIONS) {
      oldest.next();
      oldest.remove();
    }
  }

  /** Sessions are found by digest, so that how long a search takes says nothing of the secret. */
  private static String key(String session) {
    return Base64.getEncoder().encodeToString(digest(session));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
