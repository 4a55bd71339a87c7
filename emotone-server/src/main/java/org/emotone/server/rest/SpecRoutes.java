package org.emotone.server.rest;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the documents that say what this server speaks. */
final class SpecRoutes {

  /** Adds the routes. */
  void mount(RoutesConfig routes) {
    for (String name : new String[] {"openapi.yaml", "asyncapi.yaml"}) {
      byte[] document = read(name);
      routes.get(
          "/" + name,
          context -> {
            Requests.only(context);
            context.contentType("application/yaml; charset=utf-8").result(document);
          });
    }
  }

  /** A document, as it lies beside the classes. */
  static byte[] read(String name) {
    try (InputStream in =
        SpecRoutes.class.getResourceAsStream("/org/emotone/server/spec/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing in the program");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
