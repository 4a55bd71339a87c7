package org.emotone.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emotone.corpus.Utterance.Sex;

/** Words of lists and of people for what this project has names for. */
final class Words {

  private static final Map<String, Sex> SEXES =
      Map.of(
          "f", Sex.FEMALE,
          "female", Sex.FEMALE,
          "woman", Sex.FEMALE,
          "w", Sex.FEMALE,
          "m", Sex.MALE,
          "male", Sex.MALE,
          "man", Sex.MALE);

  private Words() {}

  /** The sex that a word states, empty for any other word. */
  static Optional<Sex> sex(String word) {
    return Optional.ofNullable(SEXES.get(word.strip().toLowerCase(Locale.ROOT)));
  }
}
