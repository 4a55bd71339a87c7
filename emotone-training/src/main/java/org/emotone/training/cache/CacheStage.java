package org.emotone.training.cache;

import java.util.Arrays;
import java.util.Optional;

/** What the cache keeps, stage by stage: each is made of the one before. */
public enum CacheStage {
  /** Clips as they were decoded, one channel, at the rate of a front-end. */
  DECODED("decoded", ".emd", "clips, decoded and resampled"),
  /** Where the speech of a decoded clip begins and ends. */
  TRIMMED("trimmed", ".emt", "where speech begins and ends"),
  /** What a front-end extracts. */
  FEATURES("features", ".emf", "what front-ends extract"),
  /** What an audit has measured of a file. */
  FINGERPRINTS("fingerprints", ".facts", "what audits have heard");

  private final String id;
  private final String extension;
  private final String words;

  CacheStage(String id, String extension, String words) {
    this.id = id;
    this.extension = extension;
    this.words = words;
  }

  /** The name of its folder, and on the command line. */
  public String id() {
    return id;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** How its entries end. */
  String extension() {
    return extension;
  }

  /** The stage with an id. */
  public static Optional<CacheStage> of(String id) {
    return Arrays.stream(values()).filter(stage -> stage.id.equals(id)).findFirst();
  }
}
