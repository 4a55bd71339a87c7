package org.emotone.server.guard;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.problem.ProblemException;
import org.emotone.server.settings.ServerSettings;
import org.jspecify.annotations.Nullable;

/**
 * Which names the server goes by. A page elsewhere that has its own name resolved to this address
 * (DNS rebinding) is refused by the name, and one that sends a request here by the origin.
 */
public final class Hosts {

  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");

  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
  private final boolean any;

  /**
   * Those of a server. On all addresses without names of its own, any name will do: the token
   * guards it.
   */
  public Hosts(ServerSettings settings) {
    names.addAll(settings.hostNames());
    String host = settings.host().toLowerCase(Locale.ROOT);
    names.add(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    any = WILDCARDS.contains(host) && settings.hostNames().isEmpty();
  }

  /**
   * Refuses a request for another host.
   *
   * @param host the header {@code Host}
   * @throws ProblemException if it is none of the names
   */
  public void checkHost(@Nullable String host) {
    if (host == null || host.isBlank()) {
      throw new ProblemException(ProblemCode.BAD_REQUEST, "the header Host is missing");
    }
    if (!any && !names.contains(withoutPort(host))) {
      throw new ProblemException(
          ProblemCode.WRONG_HOST,
          "this server is not known under that name; start it with --host-name if it should be");
    }
  }

  /**
   * Refuses a request that a page of another origin makes.
   *
   * @param origin the header {@code Origin}, null if there is none: no browser then, or a plain
   *     visit
   * @param host the header {@code Host}
   * @param site the header {@code Sec-Fetch-Site}
   * @throws ProblemException if the page is not of this server
   */
  public void checkOrigin(@Nullable String origin, @Nullable String host, @Nullable String site) {
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (origin != null) {
      foreign |= !sameHost(origin, host);
    }
    if (foreign) {
      throw new ProblemException(
          ProblemCode.CROSS_ORIGIN,
          "pages of other origins may not use this server from a browser");
    }
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && host != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String withoutPort(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int colon = name.lastIndexOf(':');
    boolean port = colon > name.lastIndexOf(']');
    return port ? name.substring(0, colon) : name;
  }
}
