package org.emotone.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.emotone.output.TimelineFormat;
import org.emotone.server.Served.Answer;
import org.emotone.server.problem.ProblemCode;
import org.emotone.server.recognition.RecognitionOptions;
import org.emotone.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What openapi.yaml says is what the server does, and the other way round. */
final class ContractTest {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Served served;
  private static JsonNode spec;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    served = Served.in(folder, ContractTest::keepingAudio);
    spec = new YAMLMapper().readTree(served.get("/openapi.yaml").response().body());
  }

  private static ServerSettings keepingAudio(ServerSettings settings) {
    return new ServerSettings(
        settings.host(),
        0,
        null,
        settings.hostNames(),
        false,
        settings.limits().withRequestsPerSecond(1000),
        settings.storage().keepingAudio());
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void everyPathAndMethodOfTheDocumentIsServedAndNoOther() {
    Set<String> documented = new TreeSet<>();
    for (String path : names(spec.path("paths"))) {
      for (String method : names(spec.path("paths").path(path))) {
        if (METHODS.contains(method)) {
          documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
        }
      }
    }
    assertThat(documented).hasSizeGreaterThan(20).isEqualTo(served.routes());
  }

  @Test
  void theCodesOfProblemsAreThoseOfTheDocument() {
    List<String> documented = new ArrayList<>();
    schema("Problem")
        .path("properties")
        .path("code")
        .path("enum")
        .forEach(c -> documented.add(c.asText()));
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ProblemCode.values()).map(ProblemCode::id).toList());
  }

  @Test
  void theFormatsAreThoseOfTheDocument() {
    List<String> documented = new ArrayList<>();
    schema("Format").path("enum").forEach(f -> documented.add(f.asText()));
    assertThat(documented)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TimelineFormat.values()).map(TimelineFormat::id).toList());
  }

  @Test
  void theOptionsOfAFormAreTheParametersOfTheQueryAndTheDocumentHasThemAll() {
    Set<String> inForm = names(schema("Options").path("properties"));
    Set<String> inQuery = new TreeSet<>();
    for (JsonNode parameter :
        spec.path("paths").path("/v1/recognitions").path("post").path("parameters")) {
      String reference = parameter.path("$ref").asText();
      inQuery.add(reference.substring(reference.lastIndexOf('/') + 1));
    }
    assertThat(inForm).isEqualTo(inQuery);
    for (String name : inForm) {
      String wrong = "{\"%s\":{\"an\":\"object\"}}".formatted(name);
      assertThat(served.upload(Served.sample("flat-man"), wrong).code())
          .as(name)
          .isEqualTo("invalid_value");
    }
    assertThat(RecognitionOptions.DEFAULT.store()).isTrue();
  }

  private static JsonNode schema(String name) {
    return spec.path("components").path("schemas").path(name);
  }

  /** One exchange of each kind, with the path as the document has it. */
  private static Stream<Exchange> exchanges() {
    Answer made =
        served.upload(
            Served.sample("german-man"),
            "{\"timeline\":true,\"explain\":true,\"plots\":[\"mel\"],\"progress\":\"0123456789abcdef\"}");
    String path = made.header("Location");
    String id = path.substring(path.lastIndexOf('/') + 1);
    String feedback = "{\"recognition\":\"%s\",\"label\":\"sad\",\"speaker\":\"a\"}".formatted(id);
    String one = "/v1/recognitions/{id}";
    return Stream.of(
        new Exchange("post", "/v1/recognitions", made),
        new Exchange(
            "post",
            "/v1/recognitions",
            served.upload(Served.sample("flat-man"), "{\"store\":false}")),
        new Exchange(
            "post", "/v1/recognitions", served.upload(Served.ROOT.resolve("pom.xml"), "{}")),
        new Exchange(
            "post", "/v1/recognitions", served.upload(Served.sample("flat-man"), "{\"a\":1}")),
        new Exchange("post", "/v1/feedback", served.post("/v1/feedback", feedback)),
        new Exchange("post", "/v1/feedback", served.post("/v1/feedback", "{}")),
        new Exchange("get", "/v1/feedback", served.get("/v1/feedback")),
        new Exchange("get", "/v1/feedback/export", served.get("/v1/feedback/export")),
        new Exchange("get", "/v1/recognitions", served.get("/v1/recognitions?limit=1")),
        new Exchange("get", "/v1/recognitions", served.get("/v1/recognitions?limit=0")),
        new Exchange("get", one, served.get(path)),
        new Exchange("get", one, served.get(path + "0")),
        new Exchange("get", one + "/audio", served.get(path + "/audio")),
        new Exchange("get", one + "/plots/{plot}", served.get(path + "/plots/mfcc")),
        new Exchange("get", one + "/plots/{plot}", served.get(path + "/plots/timeline")),
        new Exchange("get", one + "/plots/{plot}", served.get(path + "/plots/no")),
        new Exchange("get", one + "/formats/{format}", served.get(path + "/formats/eaf")),
        new Exchange("get", "/v1/progress/{progress}", served.get("/v1/progress/0123456789abcdef")),
        new Exchange("get", "/v1/models", served.get("/v1/models")),
        new Exchange("get", "/v1/models/{name}/card", served.get("/v1/models/default/card")),
        new Exchange("get", "/v1/settings", served.get("/v1/settings")),
        new Exchange("post", "/v1/login", served.post("/v1/login", "{\"token\":\"x\"}")),
        new Exchange(
            "post",
            "/v1/logout",
            served.send(served.request("/v1/logout").POST(HttpRequest.BodyPublishers.noBody()))),
        new Exchange("get", "/health/live", served.get("/health/live")),
        new Exchange("get", "/health/ready", served.get("/health/ready")),
        new Exchange("get", "/metrics", served.get("/metrics")),
        new Exchange("get", "/openapi.yaml", served.get("/openapi.yaml")),
        new Exchange("get", "/asyncapi.yaml", served.get("/asyncapi.yaml")),
        new Exchange("delete", one, served.delete(path)),
        new Exchange("delete", "/v1/recognitions", served.delete("/v1/recognitions")));
  }

  private record Exchange(String method, String path, Answer answer) {
    @Override
    public String toString() {
      return method + " " + path + " " + answer.status();
    }
  }

  @Test
  void everyAnswerIsAsTheDocumentSaysAndHasNoFieldThatItDoesNotName() {
    Set<String> seen = new TreeSet<>();
    exchanges()
        .forEach(
            exchange -> {
              seen.add(exchange.method() + " " + exchange.path());
              check(exchange);
            });
    assertThat(seen).as("every operation is tried").hasSameSizeAs(served.routes());
  }

  private static void check(Exchange exchange) {
    JsonNode operation = spec.path("paths").path(exchange.path()).path(exchange.method());
    JsonNode response =
        operation.path("responses").path(Integer.toString(exchange.answer().status()));
    assertThat(response.isMissingNode()).as("%s is documented", exchange).isFalse();
    if (response.has("$ref")) {
      response = spec.at(response.path("$ref").asText().substring(1));
    }
    String type = exchange.answer().header("Content-Type").replaceAll(";.*", "");
    if (!type.contains("json") || exchange.path().contains("{format}")) {
      return;
    }
    JsonNode schema = response.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as("%s may be %s", exchange, type).isFalse();
    JsonNode body = exchange.answer().json();
    assertThat(validate(schema, body)).as(exchange.toString()).isEmpty();
    assertThat(undeclared(schema, body, "")).as("undeclared fields of %s", exchange).isEmpty();
  }

  private static List<String> validate(JsonNode schema, JsonNode body) {
    ObjectNode whole = JSON.createObjectNode();
    whole.setAll((ObjectNode) schema.deepCopy());
    whole.set("components", spec.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(whole)
        .validate(body)
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static List<String> undeclared(JsonNode given, JsonNode body, String place) {
    JsonNode schema = given.has("$ref") ? spec.at(given.path("$ref").asText().substring(1)) : given;
    List<String> found = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(item -> found.addAll(undeclared(schema.path("items"), item, place + "[]")));
    } else if (body.isObject()) {
      for (String name : names(body)) {
        JsonNode declared = schema.path("properties").path(name);
        JsonNode open = schema.path("additionalProperties");
        if (declared.isMissingNode() && !open.isObject()) {
          found.add(place + "/" + name);
        } else {
          JsonNode next = declared.isMissingNode() ? open : declared;
          found.addAll(undeclared(next, body.path(name), place + "/" + name));
        }
      }
    }
    return found;
  }
}
