package org.emotone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorpusDownloadCommandTest {

  private static final Path CLIP = Path.of("..", "samples", "sad-woman.wav");

  private final Path folder;

  CorpusDownloadCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] corpus() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("Actor_02/03-01-04-01-01-01-02.wav"));
      Files.copy(CLIP, zip);
    }
    return bytes.toByteArray();
  }

  private Path sources(int port) throws IOException {
    String json =
        """
        [{"id": "ravdess", "title": "RAVDESS", "page": "http://127.0.0.1/page", "citation": "RAVDESS.",
          "licence": {"name": "CC BY-NC-SA 4.0", "terms": "Not for commercial use."},
          "downloads": [{"type": "file", "url": "http://127.0.0.1:%d/speech.zip"}]}]
        """;
    return Files.writeString(folder.resolve("sources.json"), json.formatted(port));
  }

  @Test
  void withoutANameTheSourcesAreListed() {
    Console console = Console.run("corpus", "download");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .containsPattern("ravdess +by itself +CC BY-NC-SA 4.0")
        .containsPattern("iemocap +by hand +IEMOCAP licence");
  }

  @Test
  void aCorpusBehindAFormSaysWhereToGo() {
    Console console = Console.run("corpus", "download", "savee");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.out())
        .contains("research use, by registration", "please cite", "Register at http://kahlan");
  }

  @Test
  void anUnknownNameIsWrongUsageAndNamesThoseThatThereAre() {
    Console console = Console.run("corpus", "download", "ravdes");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("'ravdes'", "ravdess, ravdess-song").hasLineCount(1);
  }

  @Test
  void anAcceptedCorpusIsFetchedUnpackedAndInspected() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] zip = corpus();
    server.createContext(
        "/speech.zip",
        exchange -> {
          exchange.sendResponseHeaders(200, zip.length);
          exchange.getResponseBody().write(zip);
          exchange.close();
        });
    server.start();
    try {
      Path to = folder.resolve("corpus");
      Path sources = sources(server.getAddress().getPort());
      Console console =
          Console.run(
              "corpus",
              "download",
              "--accept-licence",
              "--sources",
              sources.toString(),
              "--to",
              to.toString(),
              "ravdess");
      assertThat(console.err()).isEmpty();
      assertThat(console.code()).isZero();
      assertThat(console.out())
          .contains("CC BY-NC-SA 4.0", "Not for commercial use.", "unverified: no published sum")
          .containsPattern("clips +1")
          .containsPattern("emotions +sad 1");
      assertThat(to.resolve("Actor_02/03-01-04-01-01-01-02.wav")).hasSameBinaryContentAs(CLIP);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @CsvSource({"y,true", "YES,true", "n,false", "'',false", "maybe,false"})
  void onlyAYesIsAYes(String answer, boolean accepted) {
    StringWriter out = new StringWriter();
    ByteArrayInputStream in =
        new ByteArrayInputStream((answer + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(Question.yes(new PrintWriter(out), in, "Do you?", "--yes does not ask"))
        .isEqualTo(accepted);
    assertThat(out.toString()).contains("Do you? [y/N] (--yes does not ask)");
  }

  @Test
  void noAnswerIsNo() {
    ByteArrayInputStream closed = new ByteArrayInputStream(new byte[0]);
    assertThat(Question.yes(new PrintWriter(new StringWriter()), closed, "Do you?", "--yes"))
        .isFalse();
  }
}
