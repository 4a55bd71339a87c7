package org.emotone.corpus.download;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.emotone.corpus.download.archive.EntryPath;
import org.emotone.corpus.download.archive.Selection;
import org.jspecify.annotations.Nullable;

/** Turns what a catalogue says into files, asking the hosts that list theirs. */
final class Resolver {
  private static final int MOST_LIST = 32 << 20;

  private final Fetcher fetcher;
  private final ObjectMapper mapper = new ObjectMapper();

  Resolver(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  List<Planned> resolve(Download download) throws IOException {
    if (download instanceof Download.File file) {
      RemoteFile remote = new RemoteFile(file.url(), file.name(), file.size(), file.checksum());
      Selection selection = new Selection(file.dropTop(), file.only());
      return List.of(new Planned(remote, file.into(), selection, null));
    }
    if (download instanceof Download.GitLfs git) {
      RemoteFile remote = new RemoteFile(git.archive(), "repository.zip", -1, null);
      return List.of(new Planned(remote, "", new Selection(true, git.only()), git.media()));
    }
    if (download instanceof Download.Zenodo zenodo) {
      return zenodo(zenodo);
    }
    return dataverse((Download.Dataverse) download);
  }

  /** {@code GET /api/records/ID}: {@code files[].key, size, checksum, links.self}. */
  private List<Planned> zenodo(Download.Zenodo zenodo) throws IOException {
    URI list = URI.create(zenodo.server() + "/api/records/" + zenodo.record());
    List<Planned> planned = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode file : json(list).path("files")) {
      String name = name(list, "", file.path("key").asText());
      names.add(name);
      if (wanted(name, zenodo.files())) {
        URI url = address(list, file.path("links").path("self").asText());
        RemoteFile remote =
            new RemoteFile(
                url,
                name,
                file.path("size").asLong(-1),
                sum(list, file.path("checksum").asText("")));
        String into = zenodo.separate() ? name.replaceFirst("\\.[^.]*$", "") : "";
        planned.add(new Planned(remote, into, Selection.ALL, null));
      }
    }
    return some(planned, list, zenodo.files(), names);
  }

  /** {@code GET /api/datasets/:persistentId}: {@code data.latestVersion.files[].dataFile}. */
  private List<Planned> dataverse(Download.Dataverse set) throws IOException {
    URI list =
        URI.create(
            set.server()
                + "/api/datasets/:persistentId/?persistentId="
                + URLEncoder.encode(set.doi(), StandardCharsets.UTF_8));
    List<Planned> planned = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (JsonNode file : json(list).path("data").path("latestVersion").path("files")) {
      JsonNode data = file.path("dataFile");
      String name =
          name(list, file.path("directoryLabel").asText(""), data.path("filename").asText());
      names.add(name);
      if (wanted(name, set.files()) && !file.path("restricted").asBoolean(false)) {
        URI url = URI.create(set.server() + "/api/access/datafile/" + data.path("id").asLong());
        Checksum checksum = sum(list, published(data));
        long size = data.path("filesize").asLong(-1);
        planned.add(
            new Planned(new RemoteFile(url, name, size, checksum), "", Selection.ALL, null));
      }
    }
    return some(planned, list, set.files(), names);
  }

  private JsonNode json(URI list) throws IOException {
    try {
      return mapper.readTree(fetcher.read(list, MOST_LIST));
    } catch (JsonProcessingException e) {
      throw new DownloadException(
          list + ": is no JSON, so the list of files cannot be read; is the server being repaired?",
          e);
    }
  }

  private static String name(URI list, String folder, String name) throws IOException {
    String path = EntryPath.checked(list.toString(), folder.isEmpty() ? name : folder + "/" + name);
    if (path.isEmpty()) {
      throw new DownloadException(list + ": lists a file without a name");
    }
    return path;
  }

  private static URI address(URI list, String text) throws DownloadException {
    try {
      return list.resolve(text);
    } catch (IllegalArgumentException e) {
      throw new DownloadException(list + ": gives '" + text + "' as the address of a file", e);
    }
  }

  /** Newer Dataverses give {@code checksum.type} and {@code value}, older ones only {@code md5}. */
  private static String published(JsonNode data) {
    JsonNode sum = data.path("checksum");
    if (sum.has("value")) {
      return sum.path("type").asText() + ":" + sum.path("value").asText();
    }
    return data.has("md5") ? "md5:" + data.path("md5").asText() : "";
  }

  private static @Nullable Checksum sum(URI list, String text) throws DownloadException {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Checksum.of(text);
    } catch (IllegalArgumentException e) {
      throw new DownloadException(list + ": " + e.getMessage(), e);
    }
  }

  private static boolean wanted(String name, List<String> patterns) {
    for (String pattern : patterns) {
      String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
      if (name.matches(regex)) {
        return true;
      }
    }
    return false;
  }

  private static List<Planned> some(
      List<Planned> planned, URI list, List<String> wanted, List<String> names)
      throws DownloadException {
    if (planned.isEmpty()) {
      throw new DownloadException(
          list
              + ": lists no open file named "
              + String.join(" or ", wanted)
              + "; it has "
              + (names.isEmpty()
                  ? "none"
                  : String.join(", ", names.subList(0, Math.min(10, names.size())))));
    }
    return planned;
  }
}
