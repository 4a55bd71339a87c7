package org.emotone.server.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes answers in JSON. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  /** Writes with a generator. */
  @FunctionalInterface
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** Answers with a value; what is null is left out. */
  static void answer(Context context, int status, Object value) {
    answer(context, status, "application/json", json -> json.writeObject(value));
  }

  /** Answers with what a writer writes. */
  static void answer(Context context, int status, String mediaType, Writer writer) {
    context.status(status).contentType(mediaType).result(bytes(writer));
  }

  /** What a writer writes. */
  static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.createGenerator(bytes)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written to", e);
    }
    return bytes.toByteArray();
  }
}
