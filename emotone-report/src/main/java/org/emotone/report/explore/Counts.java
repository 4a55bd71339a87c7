package org.emotone.report.explore;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.emotone.report.chart.Bars;

/** Counts of clips, and numbers as words. */
final class Counts {

  private Counts() {}

  /** Clips by a label, in the order of the labels. */
  static Map<String, Integer> by(List<Clip> clips, Function<Clip, String> label) {
    Map<String, Integer> counts = new TreeMap<>();
    clips.forEach(clip -> counts.merge(label.apply(clip), 1, Integer::sum));
    return counts;
  }

  /** The same, the most frequent first. */
  static Map<String, Integer> descending(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
  }

  /** How many clips fit. */
  static int of(List<Clip> clips, Predicate<Clip> condition) {
    return (int) clips.stream().filter(condition).count();
  }

  /** The sexes that clips have, in the order of legends. */
  static List<String> sexes(List<Clip> clips) {
    return Clip.SEXES.stream()
        .filter(sex -> clips.stream().anyMatch(clip -> clip.sex().equals(sex)))
        .toList();
  }

  /** A bar whose parts are the sexes. */
  static Bars.Row bySex(String label, List<Clip> clips, List<String> sexes) {
    return new Bars.Row(
        label,
        sexes.stream()
            .map(
                sex ->
                    new Bars.Part(
                        sex, of(clips, clip -> clip.sex().equals(sex)), Emotions.sexInk(sex)))
            .toList());
  }

  /** {@code 1 clip}, {@code 12 clips}. */
  static String plural(int count, String noun) {
    return number(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** With narrow spaces between thousands. */
  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count).replace(',', '\u202f');
  }

  /** {@code 12 %}. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f\u202f%%", 100 * share);
  }

  /** A figure with so many decimals, a dash if there is none. */
  static String decimal(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    if (!text.startsWith("-")) {
      return text;
    }
    // What rounds to zero has no sign.
    return (text.matches("-0(\\.0+)?") ? "" : "−") + text.substring(1);
  }
}
