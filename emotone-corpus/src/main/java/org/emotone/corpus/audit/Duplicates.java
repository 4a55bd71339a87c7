package org.emotone.corpus.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Finds the recordings that stand among others more than once, whatever their names say.
 *
 * <p>Two clips are one recording if their fingerprints agree in all but 22 % of the bits. Of the
 * 68.6 million pairs among the 11 713 clips of RAVDESS, CREMA-D (79 actors), TESS, SAVEE and EmoDB,
 * 12 agree so far: up to 0.192 of their bits differ, and their waveforms, too, correlate by 0.84 to
 * 1. The closest of the others, one speaker saying one phrase twice in one mood, differ in 0.246
 * and correlate by 0.34. Copies that were made of 45 of the clips differ from them as follows.
 *
 * <table>
 *   <caption>Share of bits that differ</caption>
 *   <tr><th>copy</th><th>median</th><th>worst</th></tr>
 *   <tr><td>20 dB lower, at 8 kHz</td><td>0.012</td><td>0.067</td></tr>
 *   <tr><td>without its first 0.41 s</td><td>0.053</td><td>0.069</td></tr>
 *   <tr><td>without the silence at both ends</td><td>0.042</td><td>0.078</td></tr>
 *   <tr><td>with white noise at −40 dB</td><td>0.028</td><td>0.076</td></tr>
 *   <tr><td>with white noise at −30 dB</td><td>0.072</td><td>0.152</td></tr>
 *   <tr><td>with white noise at −20 dB</td><td>0.157</td><td>0.260</td></tr>
 *   <tr><td>as MP3 of 32 kbit/s</td><td>0.069</td><td>0.086</td></tr>
 *   <tr><td>as Opus of 12 kbit/s, after Opus of 28 kbit/s</td><td>0.153</td><td>0.279</td></tr>
 * </table>
 *
 * <p>With frames of 0.4 s, near those that Haitsma and Kalker use for music, different recordings
 * came as close as 0.240 within 1156 of the clips; with those used here, 0.334. A copy is compared
 * only if one of its words is equal in all bits: of those at 12 kbit/s a fifth is missed for that,
 * of all others in the table one with noise at −20 dB.
 */
final class Duplicates {

  /** Share of bits that may differ between two copies of one recording. */
  static final double MAX_BIT_ERROR = 0.22;

  /** Two clips must have half a second of voice in common: less may agree by chance. */
  private static final int MIN_FRAMES = Fingerprinter.RATE / Fingerprinter.HOP / 2;

  /** How much of the shorter clip's voice must be in the longer one. */
  private static final double MIN_COVER = 0.5;

  private Duplicates() {}

  /**
   * Clips with the same recording.
   *
   * @param clips indices, ascending, at least two
   * @param identical whether every sample is equal
   * @param bitError share of fingerprint bits that differ, 0 … 1; the worst of the pairs that led
   *     from one clip of the group to the next
   */
  record Group(List<Integer> clips, boolean identical, double bitError) {}

  /** Two clips that are the same, and how much they differ. */
  record Pair(int first, int second, double bitError) {}

  /** The groups among clips; silent ones are left out, since all silence is alike. */
  static List<Group> among(List<ClipFacts> clips, double silentPeak) {
    int[] parents = IntStream.range(0, clips.size()).toArray();
    Map<String, Integer> firstWithHash = new HashMap<>();
    List<Fingerprint> distinct = new ArrayList<>();
    for (int i = 0; i < clips.size(); i++) {
      ClipFacts clip = clips.get(i);
      boolean audible = clip.peak() >= silentPeak;
      Integer first = audible ? firstWithHash.putIfAbsent(clip.pcmHash(), i) : null;
      if (first != null) {
        parents[i] = first;
      }
      // A clip that is known to be the same as another need not be searched for again.
      distinct.add(audible && first == null ? clip.fingerprint() : Fingerprint.EMPTY);
    }
    List<Pair> near = near(distinct);
    for (Pair pair : near) {
      parents[root(parents, pair.second())] = root(parents, pair.first());
    }
    return groups(parents, near);
  }

  private static List<Group> groups(int[] parents, List<Pair> near) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int i = 0; i < parents.length; i++) {
      members.computeIfAbsent(root(parents, i), root -> new ArrayList<>()).add(i);
    }
    Map<Integer, Double> worst = new HashMap<>();
    for (Pair pair : near) {
      worst.merge(root(parents, pair.first()), pair.bitError(), Math::max);
    }
    List<Group> groups = new ArrayList<>();
    members.forEach(
        (root, clips) -> {
          if (clips.size() > 1) {
            groups.add(new Group(clips, !worst.containsKey(root), worst.getOrDefault(root, 0.0)));
          }
        });
    return groups;
  }

  /** All pairs of fingerprints that are the same recording. */
  static List<Pair> near(List<Fingerprint> fingerprints) {
    FingerprintIndex index = new FingerprintIndex(fingerprints);
    ConcurrentLinkedQueue<Pair> found = new ConcurrentLinkedQueue<>();
    IntStream.range(0, fingerprints.size())
        .parallel()
        .forEach(clip -> matches(fingerprints, index, clip, found));
    Pair[] pairs = found.toArray(Pair[]::new);
    Arrays.sort(
        pairs,
        (a, b) ->
            a.first() == b.first()
                ? Integer.compare(a.second(), b.second())
                : Integer.compare(a.first(), b.first()));
    return List.of(pairs);
  }

  private static void matches(
      List<Fingerprint> fingerprints,
      FingerprintIndex index,
      int clip,
      ConcurrentLinkedQueue<Pair> found) {
    Map<Integer, Double> best = new HashMap<>();
    Fingerprint fingerprint = fingerprints.get(clip);
    for (FingerprintIndex.Candidate candidate : index.candidates(clip)) {
      Fingerprint other = fingerprints.get(candidate.other());
      Alignment alignment = Alignment.of(fingerprint, other, candidate.shift());
      int voice = Math.min(fingerprint.activeFrames(), other.activeFrames());
      if (alignment.bitError() <= MAX_BIT_ERROR
          && alignment.frames() >= Math.max(MIN_FRAMES, MIN_COVER * voice)) {
        best.merge(candidate.other(), alignment.bitError(), Math::min);
      }
    }
    best.forEach((other, bitError) -> found.add(new Pair(clip, other, bitError)));
  }

  private static int root(int[] parents, int clip) {
    int root = clip;
    while (parents[root] != root) {
      root = parents[root];
    }
    return root;
  }
}
