package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.emotone.audio.Audio;
import org.emotone.audio.WavWriter;
import org.emotone.audio.Waveform;

/**
 * Whatever the sound, the coding and the cuts: the stream says what an upload of the same sound
 * says.
 */
final class StreamPropertyTest {

  private static final double TOLERANCE = 1e-5;
  private static final List<String> CLIPS =
      List.of("german-man", "sad-woman", "fearful-woman", "calm-man");

  private static Path folder = Path.of("");
  private static Served served = Served.at(0);

  @BeforeContainer
  static void start() throws IOException {
    folder = Files.createTempDirectory("emotone-property");
    served =
        Served.in(
            folder.resolve("server"),
            settings -> settings.withLimits(settings.limits().withRequestsPerSecond(1000)));
  }

  @AfterContainer
  static void stop() throws IOException {
    served.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 12, seed = "20261121")
  void aStreamSaysWhatAnUploadSays(
      @ForAll @IntRange(max = 3) int clip,
      @ForAll boolean floats,
      @ForAll @DoubleRange(min = 0.1, max = 1) double gain,
      @ForAll @DoubleRange(min = 0.2, max = 2) double step,
      @ForAll int cuts)
      throws IOException {
    Waveform sound = scaled(Audio.read(Served.sample(CLIPS.get(clip))), gain);
    Path file = folder.resolve("clip.wav");
    WavWriter.write(file, sound);
    String settings = "\"step\":%s,\"window\":2".formatted(step);
    JsonNode timeline =
        served
            .upload(file, "{\"timeline\":true,\"store\":false,%s}".formatted(settings))
            .json()
            .path("timeline");

    List<JsonNode> windows = streamed(Audio.read(file), floats, settings, new Random(cuts));

    assertThat(windows).hasSameSizeAs(timeline.path("windows"));
    for (int i = 0; i < windows.size(); i++) {
      JsonNode ours = windows.get(i).path("probabilities");
      timeline
          .path("windows")
          .path(i)
          .path("probabilities")
          .fields()
          .forEachRemaining(
              p ->
                  assertThat(ours.path(p.getKey()).asDouble())
                      .isCloseTo(p.getValue().asDouble(), within(TOLERANCE)));
    }
  }

  private static Waveform scaled(Waveform sound, double gain) {
    float[] samples = sound.samples().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= (float) gain;
    }
    return new Waveform(samples, sound.sampleRate());
  }

  private static List<JsonNode> streamed(
      Waveform sound, boolean floats, String settings, Random cuts) {
    byte[] bytes = encoded(sound.samples(), floats);
    int frame = floats ? 4 : 2;
    try (StreamClient client = StreamClient.to(served)) {
      client.next("session.created");
      client.say(
          "{\"type\":\"session.update\",\"config\":{\"encoding\":\"%s\",\"sampleRate\":%d,%s}}"
              .formatted(floats ? "f32le" : "s16le", sound.sampleRate(), settings));
      client.next("session.updated");
      for (int from = 0; from < bytes.length; ) {
        int to = Math.min(bytes.length, from + frame * (1 + cuts.nextInt(20_000)));
        client.sound(bytes, from, to);
        from = to;
      }
      client.say("{'type':'session.close'}");
      return client.until("session.closed").stream()
          .filter(message -> message.path("trigger").asText().equals("interval"))
          .toList();
    }
  }

  private static byte[] encoded(float[] samples, boolean floats) {
    ByteBuffer bytes =
        ByteBuffer.allocate(samples.length * (floats ? 4 : 2)).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      if (floats) {
        bytes.putFloat(sample);
      } else {
        bytes.putShort((short) Math.round(sample * 0x1p15));
      }
    }
    return bytes.array();
  }
}
