package org.emotone.corpus.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.split.Splits;

/**
 * Tells which clips are versions of one recording, without listening to them: files with the same
 * content, and augmented copies by their names ({@code clip_noise2} beside {@code clip}). Copies in
 * other codecs, gains and cuts are for {@link CorpusAudit} to find.
 */
public final class Recordings {

  private Recordings() {}

  /**
   * The recording of each clip that has versions, for {@link Splits#byRecording}.
   *
   * @param digests of the clips' contents, by {@link Utterance#name}
   * @return a name that all versions share, by {@link Utterance#name}
   */
  public static Map<String, String> of(List<Utterance> clips, Map<String, String> digests) {
    Map<String, String> recordingOf = new TreeMap<>();
    for (AugmentedCopies.Copy copy : AugmentedNames.among(clips)) {
      recordingOf.put(copy.copy().name(), copy.original().name());
    }
    Map<String, String> firstWith = new HashMap<>();
    for (Utterance clip : clips) {
      String digest = digests.get(clip.name());
      String first = digest == null ? null : firstWith.putIfAbsent(digest, clip.name());
      if (first != null) {
        recordingOf.putIfAbsent(clip.name(), first);
      }
    }
    recordingOf.replaceAll((name, original) -> root(recordingOf, original));
    return recordingOf;
  }

  /** The original of originals: copies of copies are of one recording, too. */
  private static String root(Map<String, String> recordingOf, String name) {
    String root = name;
    // At most as many steps as there are names, should two claim to be each other's copy.
    for (int i = 0; i < recordingOf.size() && recordingOf.containsKey(root); i++) {
      root = Objects.requireNonNull(recordingOf.get(root));
    }
    return root;
  }
}
