package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.emotone.server.Served.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients get for recordings, and for what is none. */
final class RecognitionTest {

  private static Path folder;
  private static Served served;

  @BeforeAll
  static void start(@TempDir Path temporary) {
    folder = temporary;
    served = Served.in(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  @Test
  void anUploadIsRecognised() {
    JsonNode json = served.upload(Served.sample("german-man"), "{}").json();

    JsonNode probabilities = json.path("probabilities");
    assertThat(probabilities).hasSize(7);
    double highest = 0;
    for (JsonNode probability : probabilities) {
      highest = Math.max(highest, probability.asDouble());
    }
    assertThat(json.path("confidence").asDouble()).isEqualTo(highest);
    assertThat(probabilities.path(json.path("emotion").asText()).asDouble()).isEqualTo(highest);
    assertThat(json.path("waveform").path("peaks")).isNotEmpty();
    assertThat(json.has("timeline")).isFalse();
    assertThat(json.has("explanation")).isFalse();
  }

  @Test
  void timelineAndReasonsComeIfAskedFor() {
    JsonNode json =
        served
            .upload(Served.sample("german-man"), "{\"timeline\":true,\"explain\":true,\"top\":2}")
            .json();

    assertThat(json.path("probabilities")).hasSize(2);
    assertThat(json.path("timeline").path("segments")).isNotEmpty();
    assertThat(json.path("explanation").path("label").asText())
        .isEqualTo(json.path("emotion").asText());
    assertThat(json.path("explanation").path("relevance").path("values")).isNotEmpty();
  }

  @Test
  void aViewSumsTheProbabilitiesOfTheModel() {
    JsonNode all = served.upload(Served.sample("sad-woman"), "{}").json().path("probabilities");
    JsonNode six =
        served
            .upload(Served.sample("sad-woman"), "{\"view\":\"emotions6\"}")
            .json()
            .path("probabilities");

    assertThat(six).hasSize(6);
    assertThat(six.path("angry").asDouble())
        .isEqualTo(all.path("angry").asDouble() + all.path("disgust").asDouble());
  }

  @Test
  void nothingOfAnUploadIsLeftBehind() throws Exception {
    served.upload(Served.sample("flat-man"), "{\"store\":false}");
    served.upload(Served.ROOT.resolve("pom.xml"), "{}");

    try (Stream<Path> left = Files.list(folder.resolve("uploads"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void whatIsNoAudioIsAProblemWithAStableCode() {
    Answer answer = served.upload(Served.ROOT.resolve("pom.xml"), "{}");

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("not_audio");
    assertThat(answer.json().path("detail").asText()).contains("text").doesNotContain(".part");
    assertThat(answer.json().path("requestId").asText())
        .isNotEmpty()
        .isEqualTo(answer.header("X-Request-Id"));
  }

  @Test
  void unknownFieldsAreRefused() {
    assertThat(served.upload(Served.sample("flat-man"), "{\"timelines\":true}").code())
        .isEqualTo("unknown_field");
    assertThat(served.get("/v1/models?sort=name").code()).isEqualTo("unknown_field");
  }
}
