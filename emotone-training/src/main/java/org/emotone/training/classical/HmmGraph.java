package org.emotone.training.classical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Writes hidden Markov models: the densities of all Gaussians at all frames by two products of
 * matrices, and the forward variables of all classes together in a scan over the frames.
 *
 * <p>A state before the first frame, which emits nothing and leads into the others, spares the scan
 * a special case.
 */
final class HmmGraph {

  private final ScoreGraph graph;
  private final HmmModel model;
  private final List<Integer> present;
  private final List<HiddenMarkov> chains;
  private final int states;
  private final int mixtures;

  HmmGraph(ScoreGraph graph, HmmModel model) {
    this.graph = graph;
    this.model = model;
    this.present =
        IntStream.range(0, model.classes())
            .filter(k -> model.models().get(k) != null)
            .boxed()
            .toList();
    this.chains = present.stream().map(k -> Objects.requireNonNull(model.models().get(k))).toList();
    this.states = chains.get(0).states();
    this.mixtures = chains.get(0).mixtures();
  }

  /** The scores, {@code [batch][classes]}. */
  String write() {
    String last = graph.scan(start(), emissions(), steps());
    String sum =
        graph.node(
            "ReduceLogSumExp", Map.of("axes", new long[] {2}, "keepdims", 0L), List.of(last));
    String frames = graph.frameCount();
    String mean = graph.node("Div", sum, frames);
    double[] prior =
        present.stream().mapToDouble(k -> model.prior()[k] / HmmModel.FRAMES).toArray();
    String scores = graph.node("Add", mean, graph.constant(prior));
    if (present.size() == model.classes()) {
      return scores;
    }
    double[][] places = new double[present.size()][model.classes()];
    double[] missing = new double[model.classes()];
    Arrays.fill(missing, HmmModel.absent());
    for (int i = 0; i < present.size(); i++) {
      places[i][present.get(i)] = 1;
      missing[present.get(i)] = 0;
    }
    String spread = graph.constant(places, present.size(), model.classes());
    return graph.node("Add", graph.node("MatMul", scores, spread), graph.constant(missing));
  }

  /**
   * Log-densities {@code [batch][frames][classes][1 + states]}, that of the first state nothing.
   */
  private String emissions() {
    int width = model.coefficients();
    int gaussians = chains.size() * states * mixtures;
    double[][] squares = new double[width][gaussians];
    double[][] plain = new double[width][gaussians];
    double[] constants = new double[gaussians];
    for (int column = 0; column < gaussians; column++) {
      HiddenMarkov chain = chains.get(column / (states * mixtures));
      int row = column % (states * mixtures);
      constants[column] = chain.shares()[row / mixtures][row % mixtures];
      for (int c = 0; c < width; c++) {
        double mean = chain.mean()[row][c];
        double variance = chain.variance()[row][c];
        squares[c][column] = -0.5 / variance;
        plain[c][column] = mean / variance;
        constants[column] -= 0.5 * (Math.log(2 * Math.PI * variance) + mean * mean / variance);
      }
    }
    String frames = graph.frames();
    String square = graph.node("Mul", frames, frames);
    String curved = graph.node("MatMul", square, graph.constant(squares, width, gaussians));
    String straight = graph.node("MatMul", frames, graph.constant(plain, width, gaussians));
    String all = graph.node("Add", graph.node("Add", curved, straight), graph.constant(constants));
    String apart =
        graph.node("Reshape", all, graph.constant(0, 0, chains.size(), states, mixtures));
    String sums =
        graph.node(
            "ReduceLogSumExp", Map.of("axes", new long[] {4}, "keepdims", 0L), List.of(apart));
    String padding = graph.constant(0L, 0, 0, 1, 0, 0, 0, 0);
    return graph.node("Pad", sums, padding, graph.scalar(HiddenMarkov.IMPOSSIBLE));
  }

  /** The forward variables before the first frame, {@code [1][classes][1 + states]}. */
  private String start() {
    double[] first = new double[1 + states];
    Arrays.fill(first, HiddenMarkov.IMPOSSIBLE);
    first[0] = 0;
    double[][] rows = new double[chains.size()][];
    Arrays.fill(rows, first);
    return graph.constant(rows, 1, chains.size(), 1 + states);
  }

  /**
   * Steps {@code [1][classes][from][to]}; from the state before the first frame into the others.
   */
  private String steps() {
    List<double[]> rows = new ArrayList<>();
    for (HiddenMarkov chain : chains) {
      rows.add(shifted(chain.start()));
      for (double[] from : chain.steps()) {
        rows.add(shifted(from));
      }
    }
    return graph.constant(rows.toArray(double[][]::new), 1, chains.size(), 1 + states, 1 + states);
  }

  private static double[] shifted(double[] row) {
    double[] shifted = new double[row.length + 1];
    shifted[0] = HiddenMarkov.IMPOSSIBLE;
    System.arraycopy(row, 0, shifted, 1, row.length);
    return shifted;
  }
}
