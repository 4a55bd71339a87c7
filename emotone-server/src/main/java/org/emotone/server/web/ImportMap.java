package org.emotone.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells browsers where the modules lie that scripts import by name. A browser takes it from within
 * the page only, where a content security policy forbids scripts; hence its {@link #hash}, which
 * the policy names.
 */
final class ImportMap {

  private final String json;

  /**
   * A map of all libraries.
   *
   * @param folder address of the folder of libraries, with a slash at its end
   */
  ImportMap(String folder) {
    Map<String, String> imports = new TreeMap<>();
    for (WebLibrary library : WebLibrary.values()) {
      imports.put(library.module(), folder + library.folder() + library.entry());
      imports.put(library.module() + "/", folder + library.folder());
    }
    try {
      json = new ObjectMapper().writeValueAsString(Map.of("imports", imports));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The map as JSON; nothing in it ends a script element. */
  String json() {
    return json;
  }

  /** The source expression by which a content security policy allows it. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
