package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.emotone.output.TimelineFormat;
import org.emotone.server.Served.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, found, given out and deleted. */
final class HistoryTest {

  private static final String RECOGNITIONS = "/v1/recognitions";

  @TempDir private Path folder = Path.of("");

  private Served keepingAudio() {
    return Served.in(folder, HistoryTest::keepingAudio);
  }

  private static org.emotone.server.settings.ServerSettings keepingAudio(
      org.emotone.server.settings.ServerSettings settings) {
    return new org.emotone.server.settings.ServerSettings(
        settings.host(),
        0,
        null,
        settings.hostNames(),
        false,
        settings.limits(),
        settings.storage().keepingAudio());
  }

  private static List<Path> files(Path in) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.toList();
    }
  }

  @Test
  void whatWasHeardOutlivesTheServer() {
    String path;
    JsonNode before;
    try (Served served = Served.in(folder)) {
      Answer answer =
          served.upload(
              Served.sample("german-man"),
              "{\"timeline\":true,\"explain\":true,\"name\":\"Ä ü.wav\"}");
      assertThat(answer.status()).isEqualTo(201);
      path = answer.header("Location");
      before = answer.json();
    }
    try (Served served = Served.in(folder)) {
      JsonNode after = served.get(path).json();
      assertThat(after.path("file").asText()).isEqualTo("Ä ü.wav");
      for (String field :
          List.of("probabilities", "timeline", "explanation", "waveform", "quality")) {
        assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
      }
    }
  }

  @Test
  void theHistoryIsSearchedAndPaged() {
    try (Served served = Served.in(folder)) {
      JsonNode last = MissingNode.getInstance();
      for (String name : List.of("One 100%.wav", "two_a.wav", "twoXa.wav")) {
        String options = "{\"name\":\"%s\"}".formatted(name);
        last = served.upload(Served.sample("flat-man"), options).json();
      }
      String heard = last.path("emotion").asText();
      String other = heard.equals("angry") ? "sad" : "angry";
      boolean certain = last.path("certain").asBoolean();
      assertThat(names(served, "")).containsExactly("twoXa.wav", "two_a.wav", "One 100%.wav");
      assertThat(names(served, "?q=100%25")).containsExactly("One 100%.wav");
      assertThat(names(served, "?q=TWO_A")).containsExactly("two_a.wav");
      assertThat(names(served, "?emotion=" + other)).isEmpty();
      assertThat(names(served, "?emotion=" + heard)).hasSize(3);
      assertThat(names(served, "?certain=" + certain + "&emotion=" + heard)).hasSize(3);
      assertThat(names(served, "?certain=" + !certain + "&emotion=" + heard)).isEmpty();
      assertThat(names(served, "?to=2020-01-01T00:00:00Z")).isEmpty();
      JsonNode page = served.get(RECOGNITIONS + "?limit=2").json();
      assertThat(page.path("recognitions")).hasSize(2);
      assertThat(names(served, "?limit=2&after=" + page.path("next").asText()))
          .containsExactly("One 100%.wav");
    }
  }

  private static List<String> names(Served served, String query) {
    return served.get(RECOGNITIONS + query).json().path("recognitions").findValuesAsText("file");
  }

  @Test
  void audioIsKeptOnlyIfSwitchedOn() throws IOException {
    try (Served served = Served.in(folder)) {
      String path = served.upload(Served.sample("flat-man"), "{}").header("Location");
      assertThat(served.get(path + "/audio").code()).isEqualTo("audio_not_kept");
      assertThat(served.get(path + "/plots/mel").code()).isEqualTo("audio_not_kept");
      assertThat(served.get(path + "/plots/waveform").status()).isEqualTo(200);
      assertThat(files(folder.resolve("audio"))).isEmpty();
    }
  }

  @Test
  void keptAudioComesBackAsItWas() throws IOException {
    try (Served served = keepingAudio()) {
      String path = served.upload(Served.sample("flat-man"), "{}").header("Location");
      Answer audio = served.get(path + "/audio");
      assertThat(audio.header("Content-Type")).isEqualTo("audio/wav");
      assertThat(audio.response().body()).isEqualTo(Files.readAllBytes(Served.sample("flat-man")));
      assertThat(served.get(path + "/plots/mel").header("Content-Type")).isEqualTo("image/png");
    }
  }

  @Test
  void whatIsDeletedIsInNoFileAnyMore() throws IOException {
    try (Served served = keepingAudio()) {
      String path =
          served
              .upload(Served.sample("flat-man"), "{\"name\":\"xylophone-secret\"}")
              .header("Location");
      served.upload(Served.sample("flat-man"), "{\"name\":\"stays\"}");
      String id = path.substring(path.lastIndexOf('/') + 1);
      served.post("/v1/feedback", "{\"recognition\":\"%s\",\"label\":\"sad\"}".formatted(id));
      assertThat(served.delete(path).status()).isEqualTo(204);
      assertThat(served.delete(path).status()).isEqualTo(404);
      assertThat(served.get(path).status()).isEqualTo(404);
      assertThat(served.get("/v1/feedback").json().path("feedback")).isEmpty();
      assertThat(files(folder.resolve("audio"))).hasSize(1);
    }
    for (Path file : files(folder)) {
      if (Files.isRegularFile(file)) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("xylophone-secret");
      }
    }
  }

  @Test
  void everythingIsDeletedAtOnce() throws IOException {
    try (Served served = keepingAudio()) {
      served.upload(Served.sample("flat-man"), "{}");
      served.upload(Served.sample("flat-man"), "{}");
      assertThat(served.delete(RECOGNITIONS).json().path("deleted").asInt()).isEqualTo(2);
      assertThat(names(served, "")).isEmpty();
      assertThat(files(folder.resolve("audio"))).isEmpty();
    }
  }

  @Test
  void everyFormatIsGivenOut() {
    try (Served served = Served.in(folder)) {
      String timed =
          served.upload(Served.sample("sad-woman"), "{\"timeline\":true}").header("Location");
      String whole = served.upload(Served.sample("sad-woman"), "{}").header("Location");
      for (TimelineFormat format : TimelineFormat.values()) {
        Answer answer = served.get(timed + "/formats/" + format.id());
        assertThat(answer.status()).as(format.id()).isEqualTo(200);
        assertThat(answer.response().body()).as(format.id()).isNotEmpty();
        Answer clip = served.get(whole + "/formats/" + format.id());
        assertThat(clip.code()).as(format.id()).isEqualTo(format.holdsClips() ? "" : "no_timeline");
      }
      assertThat(served.get(timed + "/formats/doc").status()).isEqualTo(404);
      assertThat(served.get(timed + "/plots/timeline").text()).startsWith("<svg");
      assertThat(served.get(whole + "/plots/timeline").code()).isEqualTo("no_timeline");
    }
  }

  @Test
  void feedbackIsKeptForRecognitionsThatThereAre() {
    try (Served served = Served.in(folder)) {
      String path = served.upload(Served.sample("flat-man"), "{}").header("Location");
      String id = path.substring(path.lastIndexOf('/') + 1);
      assertThat(served.post("/v1/feedback", given(id, "sad")).status()).isEqualTo(201);
      assertThat(served.get(path).json().path("feedback").findValuesAsText("label"))
          .containsExactly("sad");
      assertThat(served.post("/v1/feedback", given(id, "purple")).code())
          .isEqualTo("invalid_value");
      assertThat(served.post("/v1/feedback", given("01m8064c87bbr80t3smq4dsr4b", "sad")).code())
          .isEqualTo("not_found");
      assertThat(served.post("/v1/feedback", given(id, "sad").replace("}", ",\"lable\":1}")).code())
          .isEqualTo("unknown_field");
      for (String field : List.of("recognition", "label")) {
        String without =
            given(id, "sad")
                .replaceFirst("\"%s\":\"[^\"]*\"".formatted(field), "\"%s\":null".formatted(field));
        assertThat(without).contains(":null");
        assertThat(served.post("/v1/feedback", without).code()).isEqualTo("invalid_value");
      }
      assertThat(served.get("/v1/feedback/export").status()).isEqualTo(404);
    }
  }

  private static String given(String id, String label) {
    return "{\"recognition\":\"%s\",\"label\":\"%s\"}".formatted(id, label);
  }

  @Test
  void whatIsOldIsDeleted() {
    try (Served served = Served.in(folder)) {
      served.upload(Served.sample("flat-man"), "{}");
    }
    try (Served served =
        Served.in(
            folder,
            settings ->
                new org.emotone.server.settings.ServerSettings(
                    settings.host(),
                    0,
                    null,
                    settings.hostNames(),
                    false,
                    settings.limits(),
                    settings.storage().deletingAfter(Duration.ofMillis(1))))) {
      org.assertj.core.api.Assertions.assertThat(eventuallyEmpty(served)).isTrue();
    }
  }

  /** Old recognitions are deleted in the background right after the start. */
  private static boolean eventuallyEmpty(Served served) {
    for (int i = 0; i < 500; i++) {
      if (names(served, "").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  @Test
  void whatAServerLeftHalfDoneIsSweptAway() throws IOException {
    try (Served served = keepingAudio()) {
      served.upload(Served.sample("flat-man"), "{}");
    }
    Files.writeString(folder.resolve("audio").resolve("01m8064c87bbr80t3smq4dsr4b"), "orphan");
    Files.writeString(folder.resolve("uploads").resolve("half.part"), "half");
    try (Served served = keepingAudio()) {
      assertThat(files(folder.resolve("audio"))).hasSize(1);
      assertThat(files(folder.resolve("uploads"))).isEmpty();
      assertThat(names(served, "")).hasSize(1);
    }
  }

  @Test
  void theFolderIsTheOwnersAlone() throws IOException {
    try (Served served = Served.in(folder)) {
      assertThat(served.get("/health/ready").status()).isEqualTo(200);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void twoServersDoNotShareAFolder() {
    try (Served served = Served.in(folder)) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> Served.in(folder))
          .hasMessageContaining("another server uses this folder");
      assertThat(served.get("/health/ready").status()).isEqualTo(200);
    }
  }
}
