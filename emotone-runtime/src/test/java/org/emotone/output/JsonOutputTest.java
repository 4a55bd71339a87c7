package org.emotone.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.emotone.timeline.Timeline;
import org.junit.jupiter.api.Test;

/** Checked by networknt's validator against the schema that is published with the library. */
class JsonOutputTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = schema();

  private static JsonSchema schema() {
    try (InputStream in = TimelineFormat.class.getResourceAsStream("timeline.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<Timeline> timelines() {
    return Samples.timelines();
  }

  @Provide
  Arbitrary<String> names() {
    return Samples.names();
  }

  @Property(tries = 100)
  void everyTimelineIsOfTheSchema(@ForAll("names") String file, @ForAll("timelines") Timeline heard)
      throws IOException {
    JsonNode json = JSON.readTree(Samples.write(TimelineFormat.JSON, file, heard));
    assertThat(SCHEMA.validate(json)).isEmpty();
    assertThat(json.get("file").asText()).isEqualTo(file);
    assertThat(json.get("segments")).hasSameSizeAs(Cue.segments(heard));
  }

  @Property(tries = 100)
  void eachLineOfNdjsonIsOfTheSchema(
      @ForAll("names") String file, @ForAll("timelines") Timeline heard) throws IOException {
    StringBuilder text = new StringBuilder();
    try (TimelineWriter writer = TimelineFormat.NDJSON.open(text, false)) {
      writer.add(file, heard);
      writer.fail(file, "it is \"broken\"\nhere");
      writer.add(file, Samples.clip());
    }
    List<String> lines = List.of(text.toString().split("\n", -1));
    assertThat(lines).hasSize(4).last().isEqualTo("");
    for (String line : lines.subList(0, 3)) {
      assertThat(SCHEMA.validate(JSON.readTree(line))).as(line).isEmpty();
    }
  }

  @Test
  void severalRecordingsAreAnArray() throws IOException {
    StringBuilder text = new StringBuilder();
    try (TimelineWriter writer = TimelineFormat.JSON.open(text, false)) {
      writer.add("a.wav", Samples.talk());
      writer.add("b.wav", Samples.clip());
      writer.fail("c.wav", "the file is empty (0 bytes)");
    }
    JsonNode json = JSON.readTree(text.toString());
    assertThat(SCHEMA.validate(json)).isEmpty();
    assertThat(json).hasSize(3);
    JsonNode first = json.get(0).get("segments").get(0);
    assertThat(first.get("end").asDouble()).isEqualTo(2.0);
    assertThat(first.get("speaker").asText()).isEqualTo("speaker 1");
    assertThat(json.get(1).get("emotion").asText()).isEqualTo("happy");
    assertThat(json.get(2).get("error").asText()).isEqualTo("the file is empty (0 bytes)");
  }

  @Test
  void theSchemaRefusesWhatIsNotAsDescribed() throws IOException {
    String sound = Samples.write(TimelineFormat.JSON, "a.wav", Samples.talk());
    for (String wrong :
        List.of(
            sound.replace("\"seconds\"", "\"duration\""),
            sound.replace("\"emotion\" : \"angry\"", "\"emotion\" : 1"),
            sound.replace("\"confidence\" : 0.61", "\"confidence\" : 61"),
            sound.replace("\"start\" : 0.5", "\"start\" : -0.5"))) {
      assertThat(wrong).isNotEqualTo(sound);
      assertThat(SCHEMA.validate(JSON.readTree(wrong))).isNotEmpty();
    }
  }

  @Test
  void aDocumentForOneRecordingTakesNoOther() throws IOException {
    TimelineWriter writer = TimelineFormat.JSON.open(new StringBuilder(), true);
    writer.add("a.wav", Samples.talk());
    assertThatThrownBy(() -> writer.add("b.wav", Samples.talk()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("b.wav");
  }
}
