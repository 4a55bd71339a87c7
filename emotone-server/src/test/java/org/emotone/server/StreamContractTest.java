package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What asyncapi.yaml says of messages to clients is what clients get. */
final class StreamContractTest {

  @Test
  void everyMessageIsAsTheDocumentSays(@TempDir Path folder) throws IOException {
    try (Served served = Served.in(folder)) {
      JsonNode components =
          new YAMLMapper()
              .readTree(served.get("/asyncapi.yaml").response().body())
              .path("components");
      Set<String> seen = new TreeSet<>();
      for (JsonNode message : messages(served)) {
        String type = message.path("type").asText();
        seen.add(type);
        JsonNode payload = components.path("messages").path(type).path("payload");
        assertThat(payload.isMissingNode()).as(type).isFalse();
        ObjectNode schema = new ObjectMapper().createObjectNode();
        schema.setAll((ObjectNode) payload.deepCopy());
        schema.set("components", components);
        assertThat(
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(message))
            .as(message.toString())
            .isEmpty();
        message
            .fieldNames()
            .forEachRemaining(
                name ->
                    assertThat(payload.path("properties").has(name))
                        .as("%s of %s", name, type)
                        .isTrue());
      }
      Set<String> toClients = new TreeSet<>();
      components.path("messages").fieldNames().forEachRemaining(toClients::add);
      toClients.removeAll(Set.of("sound", "session.update", "session.close", "session.resume"));
      assertThat(seen).isEqualTo(toClients);
    }
  }

  /** At least one message of each type. */
  private static List<JsonNode> messages(Served served) throws IOException {
    byte[] wav = Files.readAllBytes(Served.sample("german-man"));
    List<JsonNode> all = new ArrayList<>();
    JsonNode created;
    try (StreamClient client = StreamClient.to(served)) {
      created = client.next();
      all.add(created);
      client.say("{'type':'session.update','config':{'view':'emotions6'}}");
      all.add(client.next());
      client.say("{'type':'nothing'}");
      all.add(client.next());
      client.sound(wav, 44, wav.length / 2 * 2);
    }
    try (StreamClient client = StreamClient.to(served)) {
      client.next();
      client.say(
          "{'type':'session.resume','sessionId':'%s','resumeToken':'%s'}"
              .formatted(created.path("sessionId").asText(), created.path("resumeToken").asText()));
      client.say("{'type':'session.close'}");
      all.addAll(client.until("session.closed"));
    }
    return all;
  }
}
