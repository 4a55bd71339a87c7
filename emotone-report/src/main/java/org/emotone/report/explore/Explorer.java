package org.emotone.report.explore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emotone.corpus.Corpus;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.votes.CrowdVotes;
import org.emotone.training.cache.FeatureCache;
import org.emotone.training.cache.Features;
import org.jspecify.annotations.Nullable;

/**
 * Looks at corpora: measures every clip, puts them into a plane and picks examples. The same clips,
 * options and version give the same result.
 */
public final class Explorer {

  private final FeatureCache cache;
  private final ExploreOptions options;

  /**
   * An explorer.
   *
   * @param cache keeps what was measured, so that an interrupted exploration goes on
   */
  public Explorer(FeatureCache cache, ExploreOptions options) {
    this.cache = cache;
    this.options = options;
  }

  /**
   * Looks at corpora together.
   *
   * @throws IOException if none of their clips can be read, or the cache cannot be written
   * @throws InterruptedException if the thread was interrupted; what was measured is kept
   */
  public Exploration explore(List<Corpus> corpora, ExploreListener listener)
      throws IOException, InterruptedException {
    List<Utterance> utterances =
        corpora.stream().flatMap(corpus -> corpus.utterances().stream()).toList();
    listener.stage("measuring", utterances.size());
    Features measured =
        cache.load(utterances, new ClipMeasurement(), (done, total) -> listener.done(done));
    List<Clip> clips = new ArrayList<>();
    for (int i = 0; i < measured.utterances().size(); i++) {
      clips.add(new Clip(measured.utterances().get(i), ClipFigures.of(measured.matrices().get(i))));
    }
    if (clips.isEmpty()) {
      throw new IOException(nothing(corpora, measured));
    }
    Embedding embedding =
        clips.size() < Embedding.FEWEST ? null : Embedding.of(clips, options, listener);
    return new Exploration(
        corpora,
        clips,
        measured.unreadable(),
        embedding,
        Examples.of(clips),
        votes(corpora),
        options);
  }

  private static String nothing(List<Corpus> corpora, Features measured) {
    return measured.unreadable().isEmpty()
        ? corpora.get(0).root() + ": holds no clip that could be explored"
        : "none of the %d clips can be read; the first: %s"
            .formatted(measured.unreadable().size(), measured.unreadable().get(0).reason());
  }

  private static @Nullable CrowdVotes votes(List<Corpus> corpora) throws IOException {
    for (Corpus corpus : corpora) {
      if (corpus.id().equals("cremad")) {
        Optional<CrowdVotes> votes = CrowdVotes.find(corpus.root());
        if (votes.isPresent()) {
          return votes.get();
        }
      }
    }
    return null;
  }
}
