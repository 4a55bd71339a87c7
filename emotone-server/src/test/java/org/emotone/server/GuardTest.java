package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.emotone.server.Served.Answer;
import org.emotone.server.settings.Limits;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server lets in. Each test is a row of SECURITY.md. */
final class GuardTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @TempDir private Path folder = Path.of("");

  private Served served(UnaryOperator<Limits> change) {
    return Served.in(folder, settings -> settings.withLimits(change.apply(settings.limits())));
  }

  private Served withToken() {
    return Served.in(folder, settings -> settings.withToken(TOKEN));
  }

  @Test
  void withoutATokenOnlyThisMachineIsServed() {
    Storage storage = Storage.in(folder);
    assertThat(ServerSettings.local(storage).host()).isEqualTo("127.0.0.1");
    assertThatThrownBy(
            () ->
                new ServerSettings(
                    "0.0.0.0", 8080, null, Set.of(), false, Limits.standard(), storage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("token");
  }

  @Test
  void theTokenOpensTheApiAndNothingElseDoes() {
    try (Served served = withToken()) {
      assertThat(served.get("/v1/models").status()).isEqualTo(401);
      assertThat(served.get("/metrics").status()).isEqualTo(401);
      assertThat(served.upload(Served.sample("flat-man"), "{}").code()).isEqualTo("unauthorized");
      assertThat(
              served
                  .send(served.request("/v1/models").header("Authorization", "Bearer wrong"))
                  .header("WWW-Authenticate"))
          .startsWith("Bearer");
      assertThat(
              served
                  .send(served.request("/v1/models").header("Authorization", "Bearer " + TOKEN))
                  .status())
          .isEqualTo(200);
      assertThat(served.get("/health/live").status()).isEqualTo(200);
      assertThatThrownBy(() -> StreamClient.to(served))
          .hasMessageContaining("WebSocketHandshakeException");
      StreamClient.to(served, "Authorization", "Bearer " + TOKEN).close();
    }
  }

  @Test
  void aSessionBeginsWithTheTokenAndEndsWithLogout() {
    try (Served served = withToken()) {
      assertThat(served.post("/v1/login", "{\"token\":\"wrong\"}").status()).isEqualTo(401);
      Answer login = served.post("/v1/login", "{\"token\":\"%s\"}".formatted(TOKEN));
      assertThat(login.status()).isEqualTo(204);
      assertThat(login.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");
      String cookie = login.header("Set-Cookie").replaceAll(";.*", "");
      assertThat(served.send(served.request("/v1/models").header("Cookie", cookie)).status())
          .isEqualTo(200);
      served.send(
          served
              .request("/v1/logout")
              .header("Cookie", cookie)
              .POST(HttpRequest.BodyPublishers.noBody()));
      assertThat(served.send(served.request("/v1/models").header("Cookie", cookie)).status())
          .isEqualTo(401);
    }
  }

  @Test
  void whoeverGuessesTokensIsSlowedDown() {
    try (Served served = withToken()) {
      Answer last = served.get("/v1/models");
      for (int i = 0; i < 15; i++) {
        last = served.get("/v1/models");
      }
      assertThat(last.code()).isEqualTo("rate_limited");
      assertThat(last.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void pagesOfOtherOriginsChangeNothing() {
    try (Served served = served(limits -> limits)) {
      HttpRequest.Builder form = served.form(Served.sample("flat-man"), "{}");
      assertThat(served.send(form.header("Origin", "http://evil.example")).code())
          .isEqualTo("cross_origin");
      form = served.form(Served.sample("flat-man"), "{}");
      assertThat(served.send(form.header("Sec-Fetch-Site", "cross-site")).code())
          .isEqualTo("cross_origin");
      form = served.form(Served.sample("flat-man"), "{\"store\":false}");
      assertThat(served.send(form.header("Origin", "http://127.0.0.1:" + served.port())).status())
          .isEqualTo(200);
      assertThat(served.get("/v1/models").header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void otherNamesForTheServerAreRefused() throws Exception {
    try (Served served = served(limits -> limits)) {
      assertThat(raw(served, "GET /v1/models HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
          .startsWith("HTTP/1.1 421")
          .contains("wrong_host");
    }
  }

  @Test
  void everyAnswerTellsBrowsersToBeCareful() {
    try (Served served = served(limits -> limits)) {
      for (String path : new String[] {"/v1/models", "/nothing", "/openapi.yaml"}) {
        Answer answer = served.get(path);
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Server")).isEmpty();
      }
    }
  }

  @Test
  void tooManyRequestsAreRefusedWithTheTimeToWait() {
    try (Served served = served(limits -> limits.withRequestsPerSecond(0.1))) {
      Answer last = served.get("/v1/models");
      for (int i = 0; i < 12; i++) {
        last = served.get("/v1/models");
      }
      assertThat(last.status()).isEqualTo(429);
      assertThat(last.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void tooLargeAnUploadIsRefusedHoweverItComes() throws Exception {
    try (Served served = served(limits -> limits.withRecordings(200_000, 60))) {
      assertThat(served.send(served.form("a.wav", new byte[300_000], "{}")).code())
          .isEqualTo("too_large");
      HttpRequest.Builder chunked =
          served
              .request("/v1/recognitions")
              .header("Content-Type", "audio/wav")
              .POST(
                  HttpRequest.BodyPublishers.ofInputStream(
                      () -> new java.io.ByteArrayInputStream(new byte[300_000])));
      assertThat(served.send(chunked).code()).isEqualTo("too_large");
      String lying =
          String.join(
              "\r\n",
              "POST /v1/recognitions HTTP/1.1",
              "Host: localhost",
              "Content-Type: audio/wav",
              "Content-Length: 99999999999",
              "",
              "");
      assertThat(raw(served, lying)).startsWith("HTTP/1.1 413");
      assertThat(served.get("/health/live").status()).isEqualTo(200);
    }
  }

  @Test
  void tooLongARecordingIsRefused() {
    try (Served served = served(limits -> limits.withRecordings(1 << 20, 1))) {
      Answer answer = served.upload(Served.sample("flat-man"), "{}");
      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.code()).isEqualTo("audio_limit");
    }
  }

  @Test
  void workThatTakesTooLongIsGivenUp() {
    try (Served served = served(limits -> limits.withWorkTime(Duration.ofMillis(1)))) {
      Answer answer = served.upload(Served.sample("flat-man"), "{\"explain\":true}");
      assertThat(answer.code()).isEqualTo("timed_out");
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void playlistsAndOtherTextsThatNameFilesAreNoAudio() {
    try (Served served = served(limits -> limits)) {
      for (String text :
          new String[] {
            "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile /etc/passwd\n",
            "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"/>"
          }) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(served.send(served.form("a.m3u8", bytes, "{}")).code()).isEqualTo("not_audio");
      }
    }
  }

  @Test
  void theNameThatAClientGivesIsNoPath() {
    try (Served served = served(limits -> limits)) {
      byte[] clip = read(Served.sample("flat-man"));
      Answer answer =
          served.send(served.form("../../../tmp/<b>evil.wav", clip, "{\"store\":false}"));
      assertThat(answer.json().path("file").asText()).isEqualTo("<b>evil.wav");
      assertThat(folder.resolve("../tmp")).doesNotExist();
    }
  }

  @Test
  void aModelIsNoPath() {
    try (Served served = served(limits -> limits)) {
      String path = Served.ROOT.resolve("models/default.emotone").toString();
      assertThat(
              served.upload(Served.sample("flat-man"), "{\"model\":\"%s\"}".formatted(path)).code())
          .isEqualTo("invalid_value");
    }
  }

  private static byte[] read(Path file) {
    try {
      return java.nio.file.Files.readAllBytes(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What a server says to some bytes. */
  static String raw(Served served, String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(4000), StandardCharsets.ISO_8859_1);
    }
  }
}
