package org.emotone.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.emotone.colour.DataColour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebApplicationTest {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:href|src|addModule)[=(]\"(/web/[^\"]+)\"");
  private static final Pattern IMPORT =
      Pattern.compile("(?:from|import)\\s*[\"'](\\.{1,2}/[^\"']+)[\"']");
  private static final Pattern BARE = Pattern.compile("from\\s*[\"']([^./\"'][^\"']*)[\"']");

  private final WebApplication application = new WebApplication();

  private String text(String path) {
    return new String(application.find(path).orElseThrow().content(), StandardCharsets.UTF_8);
  }

  @Test
  void thePageAndAllThatItLoadsAreThere() {
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>();
    List<String> missing = new ArrayList<>();
    while (!open.isEmpty()) {
      String path = open.remove();
      if (!seen.add(path)) {
        continue;
      }
      if (application.find(path).isEmpty()) {
        missing.add(path);
      } else if (path.equals("/") || path.matches(".*\\.m?js")) {
        follow(path, text(path), open);
      }
    }
    assertThat(missing).isEmpty();
    assertThat(seen).hasSizeGreaterThan(40);
  }

  private void follow(String path, String text, Deque<String> open) {
    ADDRESS.matcher(text).results().map(m -> m.group(1)).forEach(open::add);
    for (Matcher m = IMPORT.matcher(text); m.find(); ) {
      open.add(java.net.URI.create(path).resolve(m.group(1)).toString());
    }
    String imports = new ImportMap(WebApplication.ROOT + "lib/").json();
    for (Matcher m = BARE.matcher(text); m.find() && !path.contains("echarts"); ) {
      assertThat(imports).as("the module %s imports", path).contains("\"" + module(m.group(1)));
    }
  }

  private static String module(String name) {
    int slash = name.startsWith("@") ? name.indexOf('/', name.indexOf('/') + 1) : name.indexOf('/');
    return slash < 0 ? name + "\"" : name.substring(0, slash) + "/\"";
  }

  @Test
  void thePolicyAllowsNoScriptWithinThePageButTheImportMap() throws Exception {
    Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>").matcher(text("/"));
    assertThat(map.find()).isTrue();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(map.group(1).getBytes(StandardCharsets.UTF_8));
    assertThat(application.contentSecurityPolicy())
        .contains("default-src 'self'")
        .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
        .doesNotContain("unsafe");
    assertThat(text("/")).doesNotContain("style=").doesNotContain("onload=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/web/../index.html",
        "/web/js/../../../../../META-INF/MANIFEST.MF",
        "/web/js/..%2f..%2fx.js",
        "/web/lib/../texts/en.json",
        "/web/lib/lit/3.3.3/../../../../../META-INF/maven/org.mvnpm/lit/pom.xml",
        "/web/lib/echarts/",
        "/web//js/app.js",
        "/web/js/.hidden.js",
        "/web/index.html",
        "/web/WebApplication.class",
        "/web/js/app.js/",
        "/web/",
        "/other",
        ""
      })
  void nothingElseIsFound(String path) {
    assertThat(application.find(path)).isEmpty();
  }

  @Test
  void librariesMayBeKeptAndAllElseIsAskedForAgain() {
    String lit = WebApplication.ROOT + "lib/" + WebLibrary.LIT.folder() + "index.js";
    assertThat(application.find(lit).orElseThrow().lasting()).isTrue();
    WebAsset script = application.find("/web/js/app.js").orElseThrow();
    assertThat(script.lasting()).isFalse();
    assertThat(script.mediaType()).isEqualTo("text/javascript; charset=utf-8");
    assertThat(script.etag()).isNotEqualTo(application.find("/").orElseThrow().etag());
  }

  @Test
  void theColoursOfTheProjectAreThoseOfThePage() {
    String sheet = text("/web/css/colours.css");
    Stream.of(DataColour.values())
        .forEach(
            colour ->
                assertThat(sheet)
                    .contains(String.format("--c-%s: #%06x;", colour.id(), colour.light()))
                    .contains(String.format("--c-%s: #%06x;", colour.id(), colour.dark())));
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    for (String path : List.of("/", "/web/css/base.css", "/web/css/views.css", "/web/js/app.js")) {
      assertThat(text(path)).doesNotContain("https://").doesNotContain("http://");
    }
  }
}
