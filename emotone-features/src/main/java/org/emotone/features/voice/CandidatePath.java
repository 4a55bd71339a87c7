package org.emotone.features.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest path through the {@link PitchCandidates} of a clip and the state "unvoiced", by
 * Viterbi's algorithm, with the weights of the GeMAPS.
 *
 * <p>A voiced frame costs −2 ln(voicing), 4 more if its voicing is below 0.7, and up to 1 more
 * below 100 Hz; an unvoiced one costs half the largest voicing of a candidate, and 4 more if that
 * is at least 0.7. From one frame to the next pitch costs 10 for each octave that it is away from
 * the nearest whole number of octaves, and 1 for each of those, so that an octave is soon put
 * right; a change of voicing costs 4.5. The weights 2, 4, 1 and 10 are those of the published
 * configuration; the form of the costs and the others were found by comparing decisions with
 * openSMILE's.
 */
final class CandidatePath {

  private static final int UNVOICED = PitchCandidates.MOST;
  private static final int STATES = UNVOICED + 1;
  private static final double THRESHOLD = 0.7;
  private static final double DOUBT = 4;
  private static final double LOCAL = 2;
  private static final double CHANGE = 10;
  private static final double OCTAVE = 1;
  private static final double SWITCH = 4.5;
  private static final double LOW_HZ = 100;
  private static final double LEAST_VOICING = 0.001;
  private static final double LN_2 = Math.log(2);

  private final List<byte[]> steps = new ArrayList<>();
  private final List<PitchCandidates> frames = new ArrayList<>();
  private double[] costs = new double[STATES];

  /** Goes one frame on. */
  void advance(PitchCandidates candidates) {
    byte[] from = new byte[STATES];
    double[] next = new double[STATES];
    for (int to = 0; to < STATES; to++) {
      next[to] = Double.POSITIVE_INFINITY;
      if (to < candidates.hz().length || to == UNVOICED) {
        from[to] = frames.isEmpty() ? (byte) to : cheapest(candidates, to);
        double arrived = frames.isEmpty() ? 0 : costs[from[to]] + move(candidates, from[to], to);
        next[to] = arrived + local(candidates, to);
      }
    }
    costs = next;
    steps.add(from);
    frames.add(candidates);
  }

  /** The pitch of each frame so far in Hz, 0 where it is unvoiced. */
  double[] decode() {
    double[] hz = new double[frames.size()];
    int state = UNVOICED;
    for (int i = 0; i < STATES; i++) {
      state = costs[i] < costs[state] ? i : state;
    }
    for (int t = hz.length - 1; t >= 0; t--) {
      hz[t] = state == UNVOICED ? 0 : frames.get(t).hz()[state];
      state = steps.get(t)[state];
    }
    return hz;
  }

  private byte cheapest(PitchCandidates candidates, int to) {
    int best = UNVOICED;
    double cost = Double.POSITIVE_INFINITY;
    for (int from = 0; from < STATES; from++) {
      if (costs[from] < Double.POSITIVE_INFINITY) {
        double through = costs[from] + move(candidates, from, to);
        if (through < cost) {
          cost = through;
          best = from;
        }
      }
    }
    return (byte) best;
  }

  /** The cost of going from a state of the last frame to one of this frame. */
  private double move(PitchCandidates candidates, int from, int to) {
    if (from == UNVOICED || to == UNVOICED) {
      return from == to ? 0 : SWITCH;
    }
    double before = frames.get(frames.size() - 1).hz()[from];
    double octaves = Math.abs(Math.log(candidates.hz()[to] / before) / LN_2);
    double whole = Math.rint(octaves);
    return CHANGE * Math.abs(octaves - whole) + OCTAVE * whole;
  }

  private static double local(PitchCandidates candidates, int state) {
    if (state == UNVOICED) {
      double largest = 0;
      for (double voicing : candidates.voicing()) {
        largest = Math.max(largest, voicing);
      }
      return 0.5 * largest + (largest >= THRESHOLD ? DOUBT : 0);
    }
    double voicing = candidates.voicing()[state];
    double doubt = voicing < THRESHOLD ? DOUBT : 0;
    double low = Math.max(0, (LOW_HZ - candidates.hz()[state]) / LOW_HZ);
    return -LOCAL * Math.log(Math.max(LEAST_VOICING, voicing)) + doubt + low;
  }
}
