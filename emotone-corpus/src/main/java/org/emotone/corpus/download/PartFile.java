package org.emotone.corpus.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A download that is not complete: {@code NAME.part}, and beside it {@code NAME.part.properties}
 * with what the server said of the file, so that a later request can ask for the rest of the same
 * bytes.
 */
final class PartFile {
  private final Path part;
  private final Path notes;

  private PartFile(Path part, Path notes) {
    this.part = part;
    this.notes = notes;
  }

  static PartFile of(Path target) {
    return new PartFile(
        target.resolveSibling(target.getFileName() + ".part"),
        target.resolveSibling(target.getFileName() + ".part.properties"));
  }

  Path path() {
    return part;
  }

  /** Bytes that are here. */
  long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }

  /** Bytes that there are in all, -1 if the server did not say. */
  long length() throws IOException {
    String length = note("length");
    return length == null || !length.matches("[0-9]{1,18}") ? -1 : Long.parseLong(length);
  }

  /** Whether these bytes came from an address. */
  boolean from(URI url) throws IOException {
    return url.toString().equals(note("url"));
  }

  /**
   * What a request gives in {@code If-Range}: a strong entity tag, or else the date of the last
   * change (RFC 9110, section 13.1.5).
   */
  Optional<String> validator() throws IOException {
    String etag = note("etag");
    if (etag != null && !etag.startsWith("W/")) {
      return Optional.of(etag);
    }
    return Optional.ofNullable(note("lastModified"));
  }

  /** Whether the server still names the same file; true where it names none. */
  boolean sameTag(HttpHeaders headers) throws IOException {
    String etag = note("etag");
    return etag == null || headers.firstValue("ETag").map(etag::equals).orElse(true);
  }

  /** Starts anew with what the server says of the file. */
  void begin(URI url, HttpHeaders headers) throws IOException {
    clear();
    Properties properties = new Properties();
    properties.setProperty("url", url.toString());
    headers.firstValue("ETag").ifPresent(tag -> properties.setProperty("etag", tag));
    headers
        .firstValue("Last-Modified")
        .ifPresent(date -> properties.setProperty("lastModified", date));
    headers.firstValue("Content-Length").ifPresent(n -> properties.setProperty("length", n));
    try (Writer out = Files.newBufferedWriter(notes, StandardCharsets.UTF_8)) {
      properties.store(out, null);
    }
  }

  OutputStream append() throws IOException {
    return Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Removes it and its notes. */
  void clear() throws IOException {
    Files.deleteIfExists(part);
    Files.deleteIfExists(notes);
  }

  /** Removes the notes of a part that became a file. */
  void clearNotes() throws IOException {
    Files.deleteIfExists(notes);
  }

  private @Nullable String note(String key) throws IOException {
    if (!Files.exists(notes)) {
      return null;
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(notes, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
    return properties.getProperty(key);
  }
}
