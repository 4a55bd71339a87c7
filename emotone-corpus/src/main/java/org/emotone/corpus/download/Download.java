package org.emotone.corpus.download;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where files of a corpus come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Download.File.class, name = "file"),
  @JsonSubTypes.Type(value = Download.Zenodo.class, name = "zenodo"),
  @JsonSubTypes.Type(value = Download.Dataverse.class, name = "dataverse"),
  @JsonSubTypes.Type(value = Download.GitLfs.class, name = "gitLfs")
})
public sealed interface Download {

  /**
   * One file at a fixed address; an archive is unpacked.
   *
   * @param url where it is
   * @param name its name here
   * @param size its bytes, -1 if not published
   * @param checksum its published sum, null if there is none
   * @param into folder that an archive is unpacked to, relative to the corpus; empty for the
   *     corpus' own
   * @param dropTop whether the first folder of each path in the archive is left out
   * @param only beginnings of the wanted paths in the archive; empty for all
   */
  record File(
      URI url,
      String name,
      long size,
      @Nullable Checksum checksum,
      String into,
      boolean dropTop,
      List<String> only)
      implements Download {
    /** A file as the catalogue writes it; only the address is required. */
    @JsonCreator
    static File of(
        @JsonProperty(value = "url", required = true) URI url,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("size") @Nullable Long size,
        @JsonProperty("checksum") @Nullable Checksum checksum,
        @JsonProperty("into") @Nullable String into,
        @JsonProperty("dropTop") @Nullable Boolean dropTop,
        @JsonProperty("only") @Nullable List<String> only) {
      String path = url.getPath();
      return new File(
          url,
          name == null ? path.substring(path.lastIndexOf('/') + 1) : name,
          size == null ? -1 : size,
          checksum,
          Objects.requireNonNullElse(into, ""),
          Boolean.TRUE.equals(dropTop),
          only == null ? List.of() : List.copyOf(only));
    }
  }

  /**
   * Files of a Zenodo record. Their addresses, sizes and MD5 sums are what the record's own API
   * publishes at the time.
   *
   * @param server the host, {@code https://zenodo.org}
   * @param record the record's number
   * @param files wanted names; {@code *} stands for anything
   * @param separate whether each archive is unpacked to a folder of its own name
   */
  record Zenodo(URI server, long record, List<String> files, boolean separate) implements Download {
    /** A record as the catalogue writes it; the server may be absent. */
    @JsonCreator
    static Zenodo of(
        @JsonProperty("server") @Nullable URI server,
        @JsonProperty(value = "record", required = true) long record,
        @JsonProperty(value = "files", required = true) List<String> files,
        @JsonProperty("separate") @Nullable Boolean separate) {
      return new Zenodo(
          server == null ? URI.create("https://zenodo.org") : server,
          record,
          List.copyOf(files),
          Boolean.TRUE.equals(separate));
    }
  }

  /**
   * Files of a Dataverse data set. Their numbers, sizes and sums are what its native API publishes
   * at the time.
   *
   * @param server the host, such as {@code https://borealisdata.ca}
   * @param doi persistent identifier, {@code doi:…}
   * @param files wanted names; {@code *} stands for anything
   */
  record Dataverse(URI server, String doi, List<String> files) implements Download {
    /** A data set as the catalogue writes it. */
    @JsonCreator
    static Dataverse of(
        @JsonProperty(value = "server", required = true) URI server,
        @JsonProperty(value = "doi", required = true) String doi,
        @JsonProperty(value = "files", required = true) List<String> files) {
      return new Dataverse(server, doi, List.copyOf(files));
    }
  }

  /**
   * A Git repository whose recordings lie in Git LFS. Its archive holds small files in their place
   * that give the SHA-256 and size of each; those are fetched one by one and compared.
   *
   * @param archive zip of the repository
   * @param media address that the path of a recording is appended to
   * @param only beginnings of the wanted paths
   */
  record GitLfs(URI archive, URI media, List<String> only) implements Download {
    /** A repository as the catalogue writes it. */
    @JsonCreator
    static GitLfs of(
        @JsonProperty(value = "archive", required = true) URI archive,
        @JsonProperty(value = "media", required = true) URI media,
        @JsonProperty(value = "only", required = true) List<String> only) {
      return new GitLfs(archive, media, List.copyOf(only));
    }
  }
}
