package org.emotone.server.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.emotone.server.recognition.Heard;

/** What was heard as text for the database, and back; nothing is rounded. */
final class HeardCodec {

  /** What a later version adds is passed over, so that going back to this one loses no history. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private HeardCodec() {}

  static String write(Heard heard) {
    try {
      return MAPPER.writeValueAsString(heard);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records can be written as JSON", e);
    }
  }

  static Heard read(String text) {
    try {
      return MAPPER.readValue(text, Heard.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what this version cannot read", e);
    }
  }
}
