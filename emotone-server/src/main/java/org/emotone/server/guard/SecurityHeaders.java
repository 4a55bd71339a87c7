package org.emotone.server.guard;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What every answer tells browsers: to load nothing from elsewhere, to run no script that is not a
 * file of this server, to let nobody frame the page, and to guess no types (OWASP Secure Headers
 * Project).
 */
public final class SecurityHeaders {

  /**
   * Scripts and styles are files of this server; pictures and sound may also be made by the page.
   */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; "
          + "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";

  private static final Map<String, String> HEADERS = headers();

  private SecurityHeaders() {}

  private static Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    return Map.copyOf(headers);
  }

  /** The headers by name. */
  public static Map<String, String> all() {
    return HEADERS;
  }
}
