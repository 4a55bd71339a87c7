package org.emotone.corpus.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which of many recordings may be the same, without comparing each with all others: two that
 * are the same have some sub-fingerprints that are equal in all 32 bits (Haitsma and Kalker 2002,
 * section 5).
 */
final class FingerprintIndex {

  /** A word that more frames than this have in common tells nothing: it is skipped. */
  private static final int COMMON = 64;

  private final List<Fingerprint> fingerprints;

  /** First frame of each clip, all frames being counted through; one more than there are clips. */
  private final int[] starts;

  /** Words of the loud frames in the upper half, frame in the lower; sorted. */
  private final long[] postings;

  /**
   * Two clips that have a word in common.
   *
   * @param other index of the second clip
   * @param shift frame of the second clip that lies on frame 0 of the first
   */
  record Candidate(int other, int shift) {}

  FingerprintIndex(List<Fingerprint> fingerprints) {
    this.fingerprints = List.copyOf(fingerprints);
    starts = new int[fingerprints.size() + 1];
    int loud = 0;
    for (int clip = 0; clip < fingerprints.size(); clip++) {
      starts[clip + 1] = Math.addExact(starts[clip], fingerprints.get(clip).frames());
      loud += fingerprints.get(clip).activeFrames();
    }
    postings = new long[loud];
    int at = 0;
    for (int clip = 0; clip < fingerprints.size(); clip++) {
      Fingerprint fingerprint = fingerprints.get(clip);
      for (int frame = 0; frame < fingerprint.frames(); frame++) {
        if (fingerprint.active(frame)) {
          postings[at++] = (long) fingerprint.words()[frame] << 32 | (starts[clip] + frame);
        }
      }
    }
    Arrays.parallelSort(postings);
  }

  /** All clips after this one that have a word in common with it, each with each shift once. */
  List<Candidate> candidates(int clip) {
    Fingerprint fingerprint = fingerprints.get(clip);
    Keys keys = new Keys();
    for (int frame = 0; frame < fingerprint.frames(); frame++) {
      if (fingerprint.active(frame)) {
        collect(clip, frame, fingerprint.words()[frame], keys);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (long key : keys.distinct()) {
      candidates.add(new Candidate((int) (key >> 32), (int) key));
    }
    return candidates;
  }

  private void collect(int clip, int frame, int word, Keys keys) {
    int from = first(word);
    int to = from;
    while (to < postings.length && (int) (postings[to] >> 32) == word && to - from <= COMMON) {
      to++;
    }
    if (to - from > COMMON) {
      return;
    }
    for (int i = from; i < to; i++) {
      int place = (int) postings[i];
      if (place >= starts[clip + 1]) {
        int other = clipAt(place);
        keys.add((long) other << 32 | ((place - starts[other] - frame) & 0xFFFFFFFFL));
      }
    }
  }

  private int first(int word) {
    int at = Arrays.binarySearch(postings, (long) word << 32);
    return at < 0 ? -at - 1 : at;
  }

  private int clipAt(int place) {
    int at = Arrays.binarySearch(starts, place);
    if (at < 0) {
      return -at - 2;
    }
    // Clips without frames begin where the next one does.
    while (starts[at + 1] == starts[at]) {
      at++;
    }
    return at;
  }

  /** A growing list of long values. */
  private static final class Keys {
    private long[] values = new long[1024];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] distinct() {
      Arrays.sort(values, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || values[i] != values[i - 1]) {
          values[kept++] = values[i];
        }
      }
      return Arrays.copyOf(values, kept);
    }
  }
}
