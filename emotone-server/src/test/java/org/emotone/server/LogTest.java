package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.emotone.server.recognition.ModelCatalogue;
import org.emotone.server.settings.ServerSettings;
import org.emotone.server.settings.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/** What is written down of requests. */
final class LogTest {

  @Test
  void nothingThatAClientSentIsLogged(@TempDir Path folder) throws IOException {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    try (ModelCatalogue models =
            ModelCatalogue.open(List.of(Served.ROOT.resolve("models/default.emotone")));
        EmotoneServer server =
            EmotoneServer.start(
                ServerSettings.local(Storage.in(folder)).withPort(0),
                models,
                List.of(),
                (id, fault) -> lines.add(id + fault),
                answered -> lines.add(answered.toString()))) {
      Served client = Served.of(server, models);
      client.upload(Served.sample("flat-man"), "{\"name\":\"xylophone\"}");
      client.get("/v1/recognitions?q=xylophone");
      client.get("/xylophone");
      client.get("/v1/models/xylophone/card");
    }

    assertThat(lines).hasSize(4).allSatisfy(line -> assertThat(line).doesNotContain("xylophone"));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("/v1/models/{name}/card"));
  }

  @Test
  void librariesDoNotLog() {
    assertThat(LoggerFactory.getLogger("org.eclipse.jetty")).isInstanceOf(NOPLogger.class);
  }
}
