package org.emotone.corpus.download;

/** What is known of the sum of a fetched file. */
public enum Verification {
  /** It has the sum that its publisher states. */
  PUBLISHED("has its published sum"),
  /** No sum is published; it has the one that was recorded when it was first fetched. */
  SAME_AS_RECORDED("unverified: no published sum; the same as at the first download"),
  /** No sum is published, and its bytes are not those that were first fetched. */
  CHANGED("unverified: no published sum; it has changed since the first download"),
  /** No sum is published; its own is recorded now. */
  RECORDED("unverified: no published sum; its own is recorded");

  private final String words;

  Verification(String words) {
    this.words = words;
  }

  /** What a report says. */
  public String words() {
    return words;
  }
}
