package org.emotone.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;

/** A JavaScript library that a WebJar of mvnpm brings as ES modules. */
enum WebLibrary {
  /** Components. */
  LIT("lit", "org.mvnpm", "lit", "index.js"),
  /** What Lit's components are made of. */
  LIT_ELEMENT("lit-element", "org.mvnpm", "lit-element", "index.js"),
  /** Lit's templates. */
  LIT_HTML("lit-html", "org.mvnpm", "lit-html", "lit-html.js"),
  /** Lit's reactive properties. */
  REACTIVE_ELEMENT(
      "@lit/reactive-element", "org.mvnpm.at.lit", "reactive-element", "reactive-element.js"),
  /** Charts, with all that it needs in one file. */
  ECHARTS("echarts", "org.mvnpm", "echarts", "dist/echarts.esm.min.mjs"),
  /** Takes Markdown apart. */
  MARKED("marked", "org.mvnpm", "marked", "lib/marked.esm.js");

  private final String module;
  private final String group;
  private final String artifact;
  private final String entry;
  private final String version;

  WebLibrary(String module, String group, String artifact, String entry) {
    this.module = module;
    this.group = group;
    this.artifact = artifact;
    this.entry = entry;
    version = version(group, artifact);
  }

  private static String version(String group, String artifact) {
    String name = "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream in = WebLibrary.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the library %s:%s is not on the class path, and without it there is no web application"
                .formatted(group, artifact));
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name by which scripts import it. */
  String module() {
    return module;
  }

  /** Where it lies below the folder of libraries, with its version, so that it never changes. */
  String folder() {
    return artifact + "/" + version + "/";
  }

  /** What is imported by its name alone. */
  String entry() {
    return entry;
  }

  /** The resource of one of its files. */
  private String resource(String file) {
    return "META-INF/resources/_static/" + folder() + file;
  }

  /** The resource of a file, such as {@code lit/3.3.3/index.js}; empty if no library has it. */
  static Optional<String> find(String path) {
    return Arrays.stream(values())
        .filter(library -> path.startsWith(library.folder()))
        .map(library -> library.resource(path.substring(library.folder().length())))
        .findFirst();
  }

  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
