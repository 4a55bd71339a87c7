package org.emotone.corpus.audit;

import java.nio.file.Path;
import org.emotone.corpus.Utterance;
import org.jspecify.annotations.Nullable;

/**
 * A clip that a finding speaks of.
 *
 * @param name unique over all corpora, such as {@code cremad:1006_TIE_HAP_XX}
 * @param file the file
 * @param speaker such as {@code cremad:1006}, null if nobody knows
 * @param emotion the label, as files have it
 * @param sentence id of the spoken text, null if not stated
 * @param intensity the corpus' word for strength, null if not stated
 */
public record ClipRef(
    String name,
    Path file,
    @Nullable String speaker,
    String emotion,
    @Nullable String sentence,
    @Nullable String intensity) {

  static ClipRef of(Utterance utterance) {
    return new ClipRef(
        utterance.name(),
        utterance.path(),
        utterance.speakerKnown() ? utterance.speaker() : null,
        utterance.emotion().id(),
        utterance.sentence(),
        utterance.intensity());
  }

  /** {@code cremad:1006_TIE_HAP_XX (happy)}. */
  String words() {
    return name + " (" + emotion + ")";
  }
}
