package org.emotone.server.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a server starts.
 *
 * @param host the address or name to listen on
 * @param port to listen on, 0 for any that is free, to 65535
 * @param token what clients must know, 16 characters or more; null for none, which only a loopback
 *     address allows
 * @param hostNames further names, in lower case and without port, under which clients may know the
 *     server; the loopback names and the host itself are always among them
 * @param behindProxy whether a reverse proxy stands before the server, so that the last entry of
 *     {@code X-Forwarded-For} is the client, and {@code X-Forwarded-Proto} says whether it came by
 *     HTTPS
 * @param limits what is allowed
 * @param storage what is kept
 */
public record ServerSettings(
    String host,
    int port,
    @Nullable String token,
    Set<String> hostNames,
    boolean behindProxy,
    Limits limits,
    Storage storage) {

  private static final int SHORTEST_TOKEN = 16;

  /**
   * Checks all of it.
   *
   * @throws IllegalArgumentException if the address is open to others and there is no token
   */
  public ServerSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("the port must be from 0 to 65535, was " + port);
    }
    if (token != null && token.length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "the token must have %d characters or more, has %d; make one with: openssl rand -hex 24"
              .formatted(SHORTEST_TOKEN, token.length()));
    }
    if (token == null && !loopback(host)) {
      throw new IllegalArgumentException(host + " is open to other machines: a token is needed");
    }
    Set<String> names = new TreeSet<>();
    hostNames.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    hostNames = Set.copyOf(names);
  }

  /** On port 8080 of this machine alone, with the standard limits. */
  public static ServerSettings local(Storage storage) {
    return new ServerSettings("127.0.0.1", 8080, null, Set.of(), false, Limits.standard(), storage);
  }

  /** The same on another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(host, other, token, hostNames, behindProxy, limits, storage);
  }

  /** The same with a token. */
  public ServerSettings withToken(String secret) {
    return new ServerSettings(host, port, secret, hostNames, behindProxy, limits, storage);
  }

  /** The same with other limits. */
  public ServerSettings withLimits(Limits other) {
    return new ServerSettings(host, port, token, hostNames, behindProxy, other, storage);
  }

  /** The same, behind a proxy that is known under these names. */
  public ServerSettings behindProxy(Set<String> names) {
    return new ServerSettings(host, port, token, names, true, limits, storage);
  }

  /** What clients must know, if anything. */
  public Optional<String> secret() {
    return Optional.ofNullable(token);
  }

  /** Whether an address reaches this machine alone; false for what cannot be resolved. */
  public static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ServerSettings[" + host + ":" + port + ", " + limits + ", " + storage + "]";
  }
}
