package org.emotone.cue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.emotone.features.StrictJson;

/**
 * Neutral voices, and where they were measured.
 *
 * @param source the corpora and the command that measured them, in words
 * @param voices at least one
 */
@JsonPropertyOrder({"source", "voices"})
public record NeutralVoices(
    @JsonProperty(required = true) String source,
    @JsonProperty(required = true) List<NeutralVoice> voices) {

  private static final String RESOURCE = "neutral-voices.json";

  /** Takes a copy of the list and checks that there is a voice. */
  public NeutralVoices {
    voices = List.copyOf(voices);
    if (voices.isEmpty() || voices.size() > 100 || source.isBlank() || source.length() > 1000) {
      throw new IllegalArgumentException(
          "voices must be 1 to 100 and source a text of up to 1000 characters, were "
              + voices.size()
              + " and "
              + source.length());
    }
  }

  /**
   * Those that Emotone brings along: women and men of the training speakers of the default model,
   * measured by {@code emotone corpus cues}.
   */
  public static NeutralVoices standard() {
    return Standard.VOICES;
  }

  /** As indented JSON. */
  public String toJson() {
    return StrictJson.writeIndented(this);
  }

  /** Read when first asked for. */
  private static final class Standard {
    private static final NeutralVoices VOICES = read();

    private static NeutralVoices read() {
      try (InputStream in = NeutralVoices.class.getResourceAsStream(RESOURCE)) {
        if (in == null) {
          throw new IllegalStateException("resource " + RESOURCE + " is missing");
        }
        String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return StrictJson.read(RESOURCE, json, NeutralVoices.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
