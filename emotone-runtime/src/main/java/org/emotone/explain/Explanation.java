package org.emotone.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.emotone.cue.CueDifference;
import org.emotone.features.FeatureMatrix;

/**
 * Why a model answered as it did, as far as that can be told from outside.
 *
 * @param input what the model heard: features of the whole clip
 * @param axes where its cells lie in time and frequency
 * @param relevance how much the answer rests on each cell
 * @param differences how far pitch, energy, rate and tilt are from neutral voices, the farthest
 *     first; empty where too little is voiced to be measured
 * @param reference the neutral voices that these are held against, in words; empty with them
 */
public record Explanation(
    FeatureMatrix input,
    InputAxes axes,
    Relevance relevance,
    List<CueDifference> differences,
    String reference) {

  /** Takes a copy of the list. */
  public Explanation {
    differences = List.copyOf(differences);
  }

  /** Which cues are out of the usual, in a sentence. */
  public String cues() {
    if (differences.isEmpty()) {
      return "too little of it is voiced to measure pitch, energy, rate and tilt";
    }
    List<String> notable =
        differences.stream().filter(CueDifference::notable).map(CueDifference::words).toList();
    if (notable.isEmpty()) {
      return "pitch, energy, rate and tilt are as usual in " + reference;
    }
    String all =
        notable.size() == 1
            ? notable.get(0)
            : String.join(", ", notable.subList(0, notable.size() - 1))
                + " and "
                + notable.get(notable.size() - 1);
    return all + " against " + reference;
  }

  /** Where the answer rests most, in a sentence. */
  public String regions() {
    String label = relevance.label();
    if (relevance.largest() == 0) {
      return "no single region matters for " + label;
    }
    double[] coefficients = relevance.overCoefficients();
    int[] band = Relevance.peak(coefficients);
    String where =
        axes.hz().length > 0
            ? "%.0f to %.0f Hz".formatted(axes.hz()[band[0]], axes.hz()[band[1]])
            : band[0] == band[1]
                ? "coefficient " + band[0]
                : "coefficients " + band[0] + " to " + band[1];
    if (input.frames() == 1) {
      return "the answer " + label + " rests most on " + where;
    }
    int[] time = Relevance.peak(relevance.overTime());
    double from = axes.startSeconds() + time[0] * axes.secondsPerFrame();
    double to = axes.startSeconds() + (time[1] + 1) * axes.secondsPerFrame();
    return "the answer %s rests most on %.1f to %.1f s and on %s".formatted(label, from, to, where);
  }

  /** All differences in a line, the unremarkable ones too, such as {@code pitch +4.0 st}. */
  public String figures() {
    return differences.stream()
        .map(d -> "%s %+.1f %s".formatted(d.cue().id(), d.difference(), d.cue().unit()))
        .collect(Collectors.joining(", "));
  }
}
