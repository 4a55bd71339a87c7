package org.emotone.corpus.download;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched into a folder, from where, with which sums, and which licence was accepted:
 * {@value #NAME} in that folder.
 */
final class Ledger {
  /** Its name. */
  static final String NAME = ".emotone-download.json";

  private final Path file;
  private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private Content content;

  private Ledger(Path file) throws IOException {
    this.file = file;
    this.content = Content.of(null, null, null);
    if (Files.exists(file)) {
      try {
        content = mapper.readValue(file.toFile(), Content.class);
      } catch (JsonProcessingException e) {
        throw new DownloadException(
            file + ": cannot be read (" + e.getOriginalMessage() + "); delete it to start anew", e);
      }
    }
  }

  static Ledger in(Path folder) throws IOException {
    return new Ledger(folder.resolve(NAME));
  }

  boolean accepted(String licence) {
    return licence.equals(content.licence());
  }

  void accept(String licence, Instant when) throws IOException {
    content = new Content(licence, when.toString(), content.files());
    save();
  }

  Optional<Entry> entry(String name) {
    return Optional.ofNullable(content.files().get(name));
  }

  void record(String name, Entry entry) throws IOException {
    content.files().put(name, entry);
    save();
  }

  private void save() throws IOException {
    Path fresh = file.resolveSibling(NAME + ".new");
    mapper.writeValue(fresh.toFile(), content);
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * One fetched file.
   *
   * @param url where it came from
   * @param bytes its size
   * @param sha256 its sum
   * @param published its published sum, null if there was none
   * @param fetched when
   * @param unpacked whether it was an archive whose files are all in place
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String url,
      long bytes,
      String sha256,
      @Nullable String published,
      String fetched,
      boolean unpacked) {}

  /**
   * The file's content.
   *
   * @param licence name of the accepted licence, null if none was
   * @param accepted when, null if none was
   * @param files what was fetched, by name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Content(@Nullable String licence, @Nullable String accepted, Map<String, Entry> files) {
    @JsonCreator
    static Content of(
        @JsonProperty("licence") @Nullable String licence,
        @JsonProperty("accepted") @Nullable String accepted,
        @JsonProperty("files") @Nullable Map<String, Entry> files) {
      return new Content(
          licence, accepted, files == null ? new LinkedHashMap<>() : new LinkedHashMap<>(files));
    }
  }
}
