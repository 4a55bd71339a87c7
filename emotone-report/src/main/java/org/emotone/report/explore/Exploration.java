package org.emotone.report.explore;

import java.util.List;
import java.util.stream.Collectors;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.training.cache.Features;
import org.jspecify.annotations.Nullable;

/**
 * What was found in corpora.
 *
 * @param corpora the corpora
 * @param clips the clips that could be read, in the order of the corpora
 * @param unreadable the clips that could not be read
 * @param embedding the clips in a plane, null if there are too few
 * @param examples a typical clip of each emotion and sex
 * @param votes what listeners heard, null if nobody asked them
 * @param options how it was done
 */
public record Exploration(
    List<Corpus> corpora,
    List<Clip> clips,
    List<Features.Unreadable> unreadable,
    @Nullable Embedding embedding,
    List<Example> examples,
    @Nullable CrowdVotes votes,
    ExploreOptions options) {

  /** Copies the lists. */
  public Exploration {
    corpora = List.copyOf(corpora);
    clips = List.copyOf(clips);
    unreadable = List.copyOf(unreadable);
    examples = List.copyOf(examples);
  }

  /** The corpora's ids, such as {@code cremad + ravdess}. */
  public String name() {
    return corpora.stream().map(Corpus::id).collect(Collectors.joining(" + "));
  }

  /** Whether there is more than one corpus. */
  boolean mixed() {
    return corpora.size() > 1;
  }
}
