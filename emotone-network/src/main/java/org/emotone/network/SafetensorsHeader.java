package org.emotone.network;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of contents of a safetensors file.
 *
 * @param entries in the order of their offsets, which leave no hole
 * @param metadata free text by key
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";

  private static final int MOST_ENTRIES = 1 << 16;
  private static final int MOST_DIMENSIONS = 16;

  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /**
   * Where a tensor lies.
   *
   * @param begin offset of its first byte after the header
   * @param end offset after its last byte
   */
  record Entry(String name, ElementType type, long[] shape, long begin, long end) {}

  /** The header as JSON. */
  String toJson() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> entry : new TreeMap<>(metadata).entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      for (Entry entry : entries) {
        json.writeObjectFieldStart(entry.name());
        json.writeStringField("dtype", entry.type().name());
        json.writeFieldName("shape");
        json.writeArray(entry.shape(), 0, entry.shape().length);
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string cannot fail to be written", e);
    }
    return text.toString();
  }

  /**
   * Reads and checks a header.
   *
   * @param file what messages call the file
   * @param dataBytes bytes after the header, which the tensors must fill
   */
  static SafetensorsHeader parse(String file, String json, long dataBytes)
      throws SafetensorsException {
    SafetensorsHeader header;
    try (JsonParser parser = JSON.createParser(json)) {
      header = new Reading(parser).header();
    } catch (JsonProcessingException e) {
      throw new SafetensorsException(
          file, "the header is not as it should be: " + e.getOriginalMessage(), e);
    } catch (IOException | IllegalArgumentException e) {
      throw new SafetensorsException(
          file, "the header is not as it should be: " + e.getMessage(), e);
    }
    header.checkOffsets(file, dataBytes);
    return header;
  }

  private void checkOffsets(String file, long dataBytes) throws SafetensorsException {
    long next = 0;
    for (Entry entry : entries) {
      if (entry.begin() != next) {
        throw new SafetensorsException(
            file,
            "tensor "
                + entry.name()
                + " begins at "
                + entry.begin()
                + " instead of "
                + next
                + "; tensors must neither overlap nor leave holes");
      }
      long bytes = entry.end() - entry.begin();
      if (bytes < 0
          || bytes % entry.type().bytes() != 0
          || bytes / entry.type().bytes() != Tensor.size(entry.shape())) {
        throw new SafetensorsException(
            file,
            "tensor "
                + entry.name()
                + " has "
                + bytes
                + " bytes, which do not fit its shape "
                + Arrays.toString(entry.shape())
                + " of "
                + entry.type());
      }
      next = entry.end();
    }
    if (next != dataBytes) {
      throw new SafetensorsException(
          file,
          "the header tells of "
              + next
              + " bytes of tensors, but "
              + dataBytes
              + " follow it; is the file complete?");
    }
  }

  /** Reads token by token, so that no tree is built of what may be hostile. */
  private record Reading(JsonParser parser) {

    SafetensorsHeader header() throws IOException {
      List<Entry> entries = new ArrayList<>();
      Map<String, String> metadata = Map.of();
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        if (METADATA.equals(name)) {
          metadata = metadata();
        } else {
          entries.add(entry(name));
        }
        require(entries.size() <= MOST_ENTRIES, "more than " + MOST_ENTRIES + " tensors");
      }
      require(parser.nextToken() == null, "something follows the closing brace");
      entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
      return new SafetensorsHeader(entries, metadata);
    }

    private Map<String, String> metadata() throws IOException {
      Map<String, String> metadata = new HashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        expect(parser.nextToken(), JsonToken.VALUE_STRING);
        metadata.put(key, parser.getText());
      }
      return metadata;
    }

    private Entry entry(String name) throws IOException {
      ElementType type = null;
      long[] shape = null;
      long[] offsets = null;
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        switch (key) {
          case "dtype" -> type = type();
          case "shape" -> shape = numbers();
          case "data_offsets" -> offsets = numbers();
          default -> throw new IllegalArgumentException("unknown key " + key + " in " + name);
        }
      }
      if (type == null || shape == null || offsets == null || offsets.length != 2) {
        throw new IllegalArgumentException(
            name + " needs dtype, shape and data_offsets of two numbers");
      }
      require(Tensor.size(shape) <= Integer.MAX_VALUE, name + " has more values than an array");
      return new Entry(name, type, shape, offsets[0], offsets[1]);
    }

    private ElementType type() throws IOException {
      expect(parser.currentToken(), JsonToken.VALUE_STRING);
      String name = parser.getText();
      return Arrays.stream(ElementType.values())
          .filter(type -> type.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "dtype " + name + "; can read " + Arrays.toString(ElementType.values())));
    }

    private long[] numbers() throws IOException {
      expect(parser.currentToken(), JsonToken.START_ARRAY);
      List<Long> numbers = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(parser.currentToken(), JsonToken.VALUE_NUMBER_INT);
        numbers.add(parser.getLongValue());
        require(numbers.get(numbers.size() - 1) >= 0, "negative numbers");
        require(numbers.size() <= MOST_DIMENSIONS, "more than " + MOST_DIMENSIONS + " dimensions");
      }
      return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    private static void expect(@Nullable JsonToken actual, JsonToken expected) {
      require(actual == expected, "expected " + expected + ", found " + actual);
    }

    private static void require(boolean condition, String reason) {
      if (!condition) {
        throw new IllegalArgumentException(reason);
      }
    }
  }
}
