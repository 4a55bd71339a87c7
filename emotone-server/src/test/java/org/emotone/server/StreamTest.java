package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stream: its protocol, its limits, and that it hears what an upload of the same sound gives.
 */
final class StreamTest {

  private static final double TOLERANCE = 1e-5;
  private static Served served;

  @BeforeAll
  static void start(@TempDir Path folder) {
    served =
        Served.in(
            folder, settings -> settings.withLimits(settings.limits().withRequestsPerSecond(1000)));
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  /** The samples of a clip, without the header of 44 bytes. */
  private static byte[] sound(String name) throws IOException {
    byte[] wav = Files.readAllBytes(Served.sample(name));
    return Arrays.copyOfRange(wav, wav.length % 2 == 0 ? 44 : 45, wav.length);
  }

  private static List<JsonNode> of(List<JsonNode> messages, String trigger) {
    return messages.stream().filter(m -> m.path("trigger").asText().equals(trigger)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"german-man", "flat-man", "sad-woman", "calm-man", "cheerful-woman", "loud-man"})
  void theStreamHearsWhatAnUploadGives(String name) throws IOException {
    JsonNode timeline =
        served
            .upload(Served.sample(name), "{\"timeline\":true,\"store\":false}")
            .json()
            .path("timeline");
    byte[] sound = sound(name);
    Random random = new Random(name.hashCode());

    List<JsonNode> messages;
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      for (int from = 0; from < sound.length; ) {
        int to = Math.min(sound.length, from + 2 * (1 + random.nextInt(8000)));
        client.sound(sound, from, to);
        from = to;
      }
      client.say("{'type':'session.close'}");
      messages = client.until("session.closed");
    }

    compare(of(messages, "interval"), timeline.path("windows"));
    List<JsonNode> segments = new ArrayList<>();
    of(messages, "speech_ended").forEach(m -> m.path("segments").forEach(segments::add));
    compare(segments, timeline.path("segments"));
    JsonNode closed = messages.get(messages.size() - 1);
    assertThat(closed.path("seconds").asDouble())
        .isCloseTo(timeline.path("seconds").asDouble(), within(1e-3));
  }

  private static void compare(List<JsonNode> streamed, JsonNode uploaded) {
    assertThat(streamed).isNotEmpty().hasSize(uploaded.size());
    for (int i = 0; i < streamed.size(); i++) {
      JsonNode one = streamed.get(i);
      JsonNode other = uploaded.get(i);
      assertThat(one.path("start").asDouble())
          .isCloseTo(other.path("start").asDouble(), within(2e-3));
      other
          .path("probabilities")
          .fields()
          .forEachRemaining(
              p ->
                  assertThat(one.path("probabilities").path(p.getKey()).asDouble())
                      .isCloseTo(p.getValue().asDouble(), within(TOLERANCE)));
    }
  }

  @Test
  void aBrokenConnectionLosesNothing() throws IOException {
    byte[] sound = sound("german-man");
    int half = sound.length / 4 * 2;
    List<JsonNode> whole;
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      client.sound(sound, 0, sound.length);
      client.say("{'type':'session.close'}");
      whole = client.until("session.closed");
    }

    JsonNode created;
    try (StreamClient first = StreamClient.to(served)) {
      created = first.next("session.created");
      first.sound(sound, 0, half);
      // An answer to this shows that the sound before it has arrived.
      first.say("{'type':'nothing'}");
      first.until("error");
      first.breakOff();
    }
    List<JsonNode> resumed;
    try (StreamClient second = StreamClient.to(served)) {
      second.next("session.created");
      second.say(
          "{'type':'session.resume','sessionId':'%s','resumeToken':'%s','lastSequence':1}"
              .formatted(created.path("sessionId").asText(), created.path("resumeToken").asText()));
      JsonNode answer = second.next("session.resumed");
      assertThat(answer.path("nextByte").asInt()).isEqualTo(half);
      second.sound(sound, half, sound.length);
      second.say("{'type':'session.close'}");
      resumed = second.until("session.closed");
    }

    assertThat(resumed).isEqualTo(whole);
  }

  @Test
  void nobodyResumesASessionWithoutItsSecret() {
    try (StreamClient first = StreamClient.to(served);
        StreamClient second = StreamClient.to(served)) {
      String id = first.next("session.created").path("sessionId").asText();
      second.next("session.created");
      second.say("{'type':'session.resume','sessionId':'%s','resumeToken':'guess'}".formatted(id));
      assertThat(second.next("error").path("code").asText()).isEqualTo("session_unknown");
    }
  }

  @Test
  void theConfigurationIsFixedOnceSoundHasCome() {
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      client.say(
          "{'type':'session.update','config':{'encoding':'f32le','sampleRate':48000,'step':0.25,'view':'valence3'}}");
      JsonNode updated = client.next("session.updated");
      assertThat(updated.path("config").path("sampleRate").asInt()).isEqualTo(48000);
      assertThat(updated.path("classes")).hasSize(3);
      client.sound(new byte[4800 * 4], 0, 4800 * 4);
      client.say("{'type':'session.update','config':{'sampleRate':16000}}");
      assertThat(client.next("error").path("code").asText()).isEqualTo("config_invalid");
    }
  }

  @Test
  void aFaultySoundIsDroppedAndTheSessionGoesOn() {
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      client.sound(new byte[3], 0, 3);
      assertThat(client.next("error").path("code").asText()).isEqualTo("invalid_audio_frame");
      client.sound(new byte[16000 * 2 * 11], 0, 16000 * 2 * 11);
      assertThat(client.next("error").path("code").asText()).isEqualTo("invalid_audio_frame");
      client.sound(new byte[3200], 0, 3200);
      client.say("{'type':'session.close'}");
      assertThat(client.next("session.closed").path("seconds").asDouble()).isEqualTo(0.1);
    }
  }

  @Test
  void soundThatComesFasterThanItLastsIsRefused() {
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      int seconds = 16000 * 2;
      client.sound(new byte[9 * seconds], 0, 9 * seconds);
      client.sound(new byte[9 * seconds], 0, 9 * seconds);
      JsonNode error = client.next("error");
      assertThat(error.path("code").asText()).isEqualTo("rate_limited");
      assertThat(error.path("nextByte").asInt()).isEqualTo(9 * seconds);
      assertThat(error.path("retryAfterMs").asInt()).isPositive();
    }
  }

  @Test
  void tooLargeAMessageEndsTheConnection() {
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      client.sound(new byte[(1 << 20) + 2], 0, (1 << 20) + 2);
      assertThat(client.next("error").path("code").asText()).isEqualTo("message_too_large");
    }
  }

  @Test
  void unknownFieldsAndTypesAreRefused() {
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      for (String text :
          List.of("{'type':'x'}", "{}", "not json", "{'type':'session.close','now':true}")) {
        client.say(text);
        assertThat(client.next("error").path("code").asText()).isEqualTo("invalid_message");
      }
      client.say("{'type':'session.update','config':{'rate':8000}}");
      assertThat(client.next("error").path("code").asText()).isEqualTo("config_invalid");
    }
  }

  @Test
  void aPageOfAnotherOriginGetsNoStream() {
    assertThatThrownBy(() -> StreamClient.to(served, "Origin", "http://evil.example"))
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void thereIsRoomForSoManyStreamsOnly(@TempDir Path folder) {
    try (Served small =
            Served.in(
                folder, settings -> settings.withLimits(settings.limits().withOpen(10, 100, 1)));
        StreamClient first = StreamClient.to(small);
        StreamClient second = StreamClient.to(small)) {
      first.next("session.created");
      assertThat(second.next("error").path("code").asText()).isEqualTo("too_many_streams");
    }
  }

  @Test
  void aServerThatEndsClosesItsStreamsInOrder(@TempDir Path folder) {
    Served ending = Served.in(folder);
    try (StreamClient client = StreamClient.to(ending)) {
      client.next("session.created");
      client.sound(new byte[3200], 0, 3200);
      ending.close();
      assertThat(client.next("session.closed").path("reason").asText()).isEqualTo("draining");
    }
  }
}
