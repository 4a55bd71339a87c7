package org.emotone.corpus.audit;

import java.nio.file.Path;
import java.util.List;
import org.emotone.corpus.Speaker;

/**
 * Speakers on both sides of a split: the figure tells how well known voices are recognised.
 *
 * @param sides which sides
 * @param speakers who
 * @param firstSpeakers speakers on the first side in all
 * @param secondSpeakers speakers on the second side in all
 * @param files for each of the shared speakers one clip of each side
 */
public record SharedSpeakers(
    Sides sides, List<Shared> speakers, int firstSpeakers, int secondSpeakers, List<Path> files)
    implements Finding {

  /**
   * A speaker on both sides.
   *
   * @param speaker such as {@code ravdess:07}
   * @param firstClips clips on the first side
   * @param secondClips clips on the second side
   */
  public record Shared(String speaker, int firstClips, int secondClips) {}

  /** Copies the lists. */
  public SharedSpeakers {
    speakers = List.copyOf(speakers);
    files = List.copyOf(files);
  }

  @Override
  public Severity severity() {
    return sides.severity();
  }

  @Override
  public String message() {
    return "%s in both %s and %s (of %d and %d): %s"
        .formatted(
            Words.count(speakers.size(), "speaker"),
            sides.first(),
            sides.second(),
            firstSpeakers,
            secondSpeakers,
            Speaker.list(speakers.stream().map(Shared::speaker).toList()));
  }

  @Override
  public String remedy() {
    return sides == Sides.LEARNED_AND_TEST
        ? "Split by speakers (speaker folds, leave one speaker out); a figure on this split must be"
            + " called speaker-dependent."
        : "Take whole speakers for validation, or the chosen epoch and calibration flatter.";
  }
}
