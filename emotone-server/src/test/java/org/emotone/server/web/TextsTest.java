package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emotone.audio.signal.Quality;
import org.emotone.colour.DataColour;
import org.emotone.output.TimelineFormat;
import org.emotone.server.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the page in its three languages. */
final class TextsTest {

  private static final Path FOLDER = Path.of("src/main/resources/org/emotone/server/web");
  private static final Pattern VALUE = Pattern.compile("\\{\\w+}");
  private static final Pattern USED = Pattern.compile("\\bt\\(\"([^\"$]+)\"");

  private static JsonNode texts(String language) throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("texts/" + language + ".json").toFile());
  }

  private static Map<String, Set<String>> values(JsonNode texts) {
    Map<String, Set<String>> values = new TreeMap<>();
    texts
        .properties()
        .forEach(
            text ->
                values.put(
                    text.getKey(),
                    VALUE
                        .matcher(text.getValue().asText())
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new))));
    return values;
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "es"})
  void everyLanguageHasEveryTextWithTheSameValues(String language) throws IOException {
    assertThat(values(texts(language))).isEqualTo(values(texts("en")));
    assertThat(texts(language).get("faults")).hasSameSizeAs(texts("en").get("faults"));
  }

  @Test
  void everyTextThatAScriptAsksForIsThere() throws IOException {
    Set<String> known = values(texts("en")).keySet();
    try (Stream<Path> scripts = Files.walk(FOLDER.resolve("js"))) {
      for (Path script : scripts.filter(file -> file.toString().endsWith(".js")).toList()) {
        List<String> used =
            USED.matcher(Files.readString(script)).results().map(m -> m.group(1)).toList();
        assertThat(known).as(script.toString()).containsAll(used);
      }
    }
  }

  @Test
  void everyEmotionFormatAndProblemHasAName() throws IOException {
    Set<String> known = values(texts("en")).keySet();
    DataColour.emotions().forEach(one -> assertThat(known).contains("label." + one.id()));
    Stream.of(TimelineFormat.values())
        .forEach(one -> assertThat(known).contains("format." + one.id()));
    assertThat(known).contains("error." + ProblemCode.NOT_AUDIO.id(), "error.away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "es"})
  void everyFaultOfARecordingIsToldInTheLanguage(String language) throws IOException {
    List<Pattern> patterns = new ArrayList<>();
    texts(language)
        .get("faults")
        .forEach(fault -> patterns.add(Pattern.compile(fault.get(0).asText())));
    List<String> faults = new ArrayList<>();
    for (Quality one : faulty()) {
      assertThat(one.warnings()).isNotEmpty();
      faults.addAll(one.warnings());
    }
    faults.add(
        "recorded at 8000 Hz: what the model hears above 4000 Hz (up to 8000 Hz) is missing");
    for (String fault : faults) {
      assertThat(patterns).as(fault).anyMatch(pattern -> pattern.matcher(fault).find());
    }
    assertThat(patterns)
        .allMatch(pattern -> faults.stream().anyMatch(fault -> pattern.matcher(fault).find()));
  }

  private static List<Quality> faulty() {
    return List.of(
        new Quality(0.3, 16000, 1, -3, -20, 0, 0, 40, 8000, 0, List.of()),
        new Quality(3, 16000, 1, -80, -90, 0, 1, 40, 8000, 0, List.of()),
        new Quality(3, 16000, 1, -3, -20, 0, 1, 40, 8000, 0, List.of()),
        new Quality(30, 16000, 1, -3, -20, 0, 0.95, 40, 8000, 0, List.of()),
        new Quality(3, 16000, 2, 0, -10, 0.05, 0.2, 2, 3500, 0.1, List.of(2)),
        new Quality(3, 44100, 1, -3, -20, 0, 0.2, 40, 5000, 0, List.of()));
  }

  @Test
  void theSamplesThatThePageOffersAreThoseInTheFolder() throws IOException {
    String script = Files.readString(FOLDER.resolve("js/samples.js"));
    Set<String> offered =
        Pattern.compile("\"([\\w-]+\\.wav)\"")
            .matcher(script)
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(Path.of("../samples"))) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".wav"))
              .collect(Collectors.toSet());
      assertThat(offered).isEqualTo(there);
    }
    WebApplication application = new WebApplication();
    for (String name : offered) {
      assertThat(application.find("/web/samples/" + name)).isPresent();
      assertThat(values(texts("en"))).containsKey("sample." + name.replace(".wav", ""));
    }
  }
}
