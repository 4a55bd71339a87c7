package org.emotone.training.robustness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.emotone.corpus.Utterance;
import org.emotone.corpus.label.LabelScheme;
import org.emotone.corpus.select.Draw;

/**
 * Draws some of many clips: in turns of the classes, and within a class in turns of the speakers.
 *
 * @param scheme of the classes
 * @param seed of the draw
 */
public record Sample(LabelScheme scheme, long seed) {

  /**
   * As many clips as asked for, or all if there are no more.
   *
   * @param clips each with a class
   */
  public List<Utterance> of(List<Utterance> clips, int most) {
    if (clips.size() <= most) {
      return clips;
    }
    Map<Integer, Map<String, List<Utterance>>> classes = new TreeMap<>();
    for (Utterance clip : Draw.shuffled(clips, Utterance::name, seed, "sample")) {
      classes
          .computeIfAbsent(scheme.indexOf(clip).orElseThrow(), key -> new LinkedHashMap<>())
          .computeIfAbsent(clip.speaker(), key -> new ArrayList<>())
          .add(clip);
    }
    List<List<Utterance>> turns =
        classes.values().stream().map(own -> inTurns(List.copyOf(own.values()))).toList();
    return inTurns(turns).subList(0, most).stream()
        .sorted(Comparator.comparing(Utterance::name))
        .toList();
  }

  private static List<Utterance> inTurns(List<List<Utterance>> groups) {
    List<Utterance> turns = new ArrayList<>();
    int longest = groups.stream().mapToInt(List::size).max().orElse(0);
    for (int turn = 0; turn < longest; turn++) {
      for (List<Utterance> group : groups) {
        if (turn < group.size()) {
          turns.add(group.get(turn));
        }
      }
    }
    return turns;
  }
}
