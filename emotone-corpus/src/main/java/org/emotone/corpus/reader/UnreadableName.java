package org.emotone.corpus.reader;

import java.util.Collection;
import java.util.TreeSet;
import org.emotone.corpus.Rejected;

/** A file's name that gives no utterance, with the reason for the user. */
final class UnreadableName extends Exception {
  private static final long serialVersionUID = 1L;

  private final Rejected.Kind kind;

  UnreadableName(Rejected.Kind kind, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
  }

  /** A name that breaks the corpus' rules. */
  static UnreadableName because(String reason) {
    return new UnreadableName(Rejected.Kind.NAME, reason);
  }

  /** A name that does not even have the form. */
  static UnreadableName form(NameRule rule) {
    return because("the name is not of the form " + rule.pattern());
  }

  /** A part of a name that is not one of the corpus' codes. */
  static UnreadableName code(String part, String found, Collection<String> allowed) {
    return because(
        "%s '%s' is not one of %s"
            .formatted(part, found, String.join(", ", new TreeSet<>(allowed))));
  }

  Rejected.Kind kind() {
    return kind;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
