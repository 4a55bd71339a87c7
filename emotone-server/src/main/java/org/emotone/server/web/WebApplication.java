package org.emotone.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The files of the web application by their addresses. Safe for use by several threads; each file
 * is read once.
 */
public final class WebApplication {

  /** Under this address everything lies but the page itself, which is {@code /}. */
  public static final String ROOT = "/web/";

  private static final String LIBRARIES = "lib/";
  private static final String RESOURCES = "org/emotone/server/web/";

  /** Names that reach neither upwards nor to hidden files. */
  private static final Pattern SAFE =
      Pattern.compile("([A-Za-z0-9_-][A-Za-z0-9_.-]*/){0,8}[A-Za-z0-9_-][A-Za-z0-9_.-]*");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "wav", "audio/wav");

  private final ImportMap imports = new ImportMap(ROOT + LIBRARIES);
  private final Map<String, WebAsset> known = new ConcurrentHashMap<>();

  /**
   * The file at an address.
   *
   * @param path such as {@code /} or {@code /web/js/app.js}, decoded, without query
   * @return empty if there is none; only files of the web application and its libraries are found
   */
  public Optional<WebAsset> find(String path) {
    @Nullable WebAsset kept = known.get(path);
    if (kept != null) {
      return Optional.of(kept);
    }
    Optional<WebAsset> read = path.equals("/") ? Optional.of(page()) : read(path);
    read.ifPresent(asset -> known.put(path, asset));
    return read;
  }

  /**
   * The content security policy of the page: everything from this host alone, no script within the
   * page but the import map. {@code blob:} is what the user drops or records, before it is
   * uploaded.
   */
  public String contentSecurityPolicy() {
    return "default-src 'self'; script-src 'self' "
        + imports.hash()
        + "; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src"
        + " 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
        + " frame-ancestors 'none'";
  }

  private WebAsset page() {
    byte[] template = resource(RESOURCES + "index.html").orElseThrow();
    String html =
        new String(template, StandardCharsets.UTF_8).replace("{{imports}}", imports.json());
    return asset(html.getBytes(StandardCharsets.UTF_8), "index.html", false);
  }

  private Optional<WebAsset> read(String path) {
    if (!path.startsWith(ROOT)) {
      return Optional.empty();
    }
    String name = path.substring(ROOT.length());
    if (name.equals("css/colours.css")) {
      byte[] sheet = ColourSheet.css().getBytes(StandardCharsets.UTF_8);
      return Optional.of(asset(sheet, name, false));
    }
    if (!SAFE.matcher(name).matches() || !MEDIA_TYPES.containsKey(ending(name))) {
      return Optional.empty();
    }
    if (name.startsWith(LIBRARIES)) {
      return WebLibrary.find(name.substring(LIBRARIES.length()))
          .flatMap(WebApplication::resource)
          .map(content -> asset(content, name, true));
    }
    return name.indexOf('/') < 0
        ? Optional.empty()
        : resource(RESOURCES + name).map(content -> asset(content, name, false));
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream in = WebApplication.class.getClassLoader().getResourceAsStream(name)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WebAsset asset(byte[] content, String name, boolean lasting) {
    CRC32 sum = new CRC32();
    sum.update(content);
    String etag = "\"" + Long.toHexString(sum.getValue()) + "-" + content.length + "\"";
    return new WebAsset(content, MEDIA_TYPES.getOrDefault(ending(name), ""), etag, lasting);
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
