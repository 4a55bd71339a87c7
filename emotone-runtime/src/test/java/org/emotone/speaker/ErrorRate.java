package org.emotone.speaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The diarisation error rate as NIST's md-eval defines it, on frames of 10 ms: speech that was
 * missed, what was taken for speech, and speech of one speaker given to another, over the speech
 * there is; speakers are matched one to one so that the confusion is least.
 *
 * @param missed seconds
 * @param falseAlarm seconds
 * @param confused seconds
 * @param speech seconds of speech that were scored
 */
record ErrorRate(double missed, double falseAlarm, double confused, double speech) {

  private static final double FRAME = 0.01;

  double total() {
    return (missed + falseAlarm + confused) / speech;
  }

  ErrorRate plus(ErrorRate other) {
    return new ErrorRate(
        missed + other.missed,
        falseAlarm + other.falseAlarm,
        confused + other.confused,
        speech + other.speech);
  }

  /**
   * Scores.
   *
   * @param collar seconds before and after each boundary of the reference that are not scored
   */
  static ErrorRate of(List<SpeakerTurn> truth, List<SpeakerTurn> found, double collar) {
    double end = 0;
    for (List<SpeakerTurn> turns : List.of(truth, found)) {
      for (SpeakerTurn turn : turns) {
        end = Math.max(end, turn.span().end());
      }
    }
    int frames = (int) Math.ceil(end / FRAME);
    List<String> names = names(truth);
    List<String> groups = names(found);
    int[] wanted = frames(truth, names, frames);
    int[] got = frames(found, groups, frames);
    boolean[] scored = scored(truth, collar, frames);
    int[][] together = new int[names.size()][groups.size()];
    int missed = 0;
    int falseAlarm = 0;
    int both = 0;
    int speech = 0;
    for (int i = 0; i < frames; i++) {
      if (scored[i]) {
        speech += wanted[i] >= 0 ? 1 : 0;
        missed += wanted[i] >= 0 && got[i] < 0 ? 1 : 0;
        falseAlarm += wanted[i] < 0 && got[i] >= 0 ? 1 : 0;
        if (wanted[i] >= 0 && got[i] >= 0) {
          both++;
          together[wanted[i]][got[i]]++;
        }
      }
    }
    int right = groups.isEmpty() ? 0 : best(together, 0, new int[1 << names.size()]);
    return new ErrorRate(
        missed * FRAME, falseAlarm * FRAME, (both - right) * FRAME, speech * FRAME);
  }

  private static List<String> names(List<SpeakerTurn> turns) {
    return new ArrayList<>(turns.stream().map(SpeakerTurn::speaker).distinct().toList());
  }

  private static int[] frames(List<SpeakerTurn> turns, List<String> names, int frames) {
    int[] speakers = new int[frames];
    Arrays.fill(speakers, -1);
    for (SpeakerTurn turn : turns) {
      int to = Math.min(frames, (int) Math.round(turn.span().end() / FRAME));
      for (int i = (int) Math.round(turn.span().start() / FRAME); i < to; i++) {
        speakers[i] = names.indexOf(turn.speaker());
      }
    }
    return speakers;
  }

  private static boolean[] scored(List<SpeakerTurn> truth, double collar, int frames) {
    boolean[] scored = new boolean[frames];
    Arrays.fill(scored, true);
    for (SpeakerTurn turn : truth) {
      for (double edge : new double[] {turn.span().start(), turn.span().end()}) {
        int to = Math.min(frames, (int) Math.round((edge + collar) / FRAME));
        for (int i = Math.max(0, (int) Math.round((edge - collar) / FRAME)); i < to; i++) {
          scored[i] = false;
        }
      }
    }
    return scored;
  }

  /** Most frames that a matching one to one makes right: groups in turn, speakers as a bit set. */
  private static int best(int[][] together, int group, int[] sofar) {
    int[] most = sofar.clone();
    if (group == together[0].length) {
      return Arrays.stream(most).max().orElse(0);
    }
    for (int taken = 0; taken < sofar.length; taken++) {
      boolean reachable = taken == 0 || sofar[taken] > 0;
      for (int speaker = 0; reachable && speaker < together.length; speaker++) {
        int bit = 1 << speaker;
        if ((taken & bit) == 0) {
          int frames = sofar[taken] + together[speaker][group];
          most[taken | bit] = Math.max(most[taken | bit], frames);
        }
      }
    }
    return best(together, group + 1, most);
  }
}
