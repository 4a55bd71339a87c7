package org.emotone.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Inception version 3: branches side by side. */
final class StockInception {

  private static final double EPSILON = 0.001;
  private static final List<Integer> ACROSS = List.of(1, 7);
  private static final List<Integer> DOWN = List.of(7, 1);
  private static final List<Integer> SQUARE = List.of(3, 3);

  private StockInception() {}

  static Stock.Parts version3() {
    MaxPool pool = new MaxPool(SQUARE, List.of(2, 2), List.of(0, 0));
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("Conv2d_1a_3x3", unit(32, SQUARE, 2, false));
    stages.put("Conv2d_2a_3x3", unit(32, SQUARE, 1, false));
    stages.put("Conv2d_2b_3x3", unit(64, SQUARE, 1, true));
    stages.put("maxpool1", pool);
    stages.put("Conv2d_3b_1x1", unit(80, List.of(1, 1), 1, false));
    stages.put("Conv2d_4a_3x3", unit(192, SQUARE, 1, false));
    stages.put("maxpool2", pool);
    stages.put("Mixed_5b", square(32));
    stages.put("Mixed_5c", square(64));
    stages.put("Mixed_5d", square(64));
    stages.put("Mixed_6a", firstHalving(pool));
    stages.put("Mixed_6b", factored(128));
    stages.put("Mixed_6c", factored(160));
    stages.put("Mixed_6d", factored(160));
    stages.put("Mixed_6e", factored(192));
    stages.put("Mixed_7a", secondHalving(pool));
    stages.put("Mixed_7b", forked());
    stages.put("Mixed_7c", forked());
    stages.put("avgpool", new GlobalAveragePool());
    stages.put("dropout", new Dropout(0.5));
    return new Stock.Parts(new Stages(stages), "fc");
  }

  private static Parallel square(int pooled) {
    return branches(
        branch("branch1x1", point(64)),
        branch("branch5x5", point(48), unit(64, List.of(5, 5), 1, true)),
        branch("branch3x3dbl", point(64), unit(96, SQUARE, 1, true), unit(96, SQUARE, 1, true)),
        pooledBranch(pooled));
  }

  private static Parallel firstHalving(MaxPool pool) {
    return branches(
        branch("branch3x3", unit(384, SQUARE, 2, false)),
        branch("branch3x3dbl", point(64), unit(96, SQUARE, 1, true), unit(96, SQUARE, 2, false)),
        List.of(pool));
  }

  private static Parallel factored(int width) {
    return branches(
        branch("branch1x1", point(192)),
        branch("branch7x7", point(width), unit(width, ACROSS, 1, true), unit(192, DOWN, 1, true)),
        branch(
            "branch7x7dbl",
            point(width),
            unit(width, DOWN, 1, true),
            unit(width, ACROSS, 1, true),
            unit(width, DOWN, 1, true),
            unit(192, ACROSS, 1, true)),
        pooledBranch(192));
  }

  private static Parallel secondHalving(MaxPool pool) {
    return branches(
        branch("branch3x3", point(192), unit(320, SQUARE, 2, false)),
        branch(
            "branch7x7x3",
            point(192),
            unit(192, ACROSS, 1, true),
            unit(192, DOWN, 1, true),
            unit(192, SQUARE, 2, false)),
        List.of(pool));
  }

  private static Parallel forked() {
    return branches(
        branch("branch1x1", point(320)),
        joined(branch("branch3x3_1", point(384)), fork("branch3x3_2")),
        joined(
            branch("branch3x3dbl", point(448), unit(384, SQUARE, 1, true)), fork("branch3x3dbl_3")),
        pooledBranch(192));
  }

  private static List<Layer> fork(String name) {
    return List.of(
        branches(
            branch(name + "a", unit(384, List.of(1, 3), 1, true)),
            branch(name + "b", unit(384, List.of(3, 1), 1, true))));
  }

  private static List<Layer> pooledBranch(int filters) {
    AveragePool pool = new AveragePool(SQUARE, List.of(1, 1), List.of(1, 1));
    return joined(List.of(pool), branch("branch_pool", point(filters)));
  }

  private static List<Layer> joined(List<Layer> first, List<Layer> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** Units one after the other; where there are several, their names are numbered from 1. */
  private static List<Layer> branch(String name, Layer... units) {
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < units.length; i++) {
      String place = units.length == 1 ? name : name + "_" + (i + 1);
      layers.add(new Stages(Map.of(place, units[i])));
    }
    return layers;
  }

  @SafeVarargs
  private static Parallel branches(List<Layer>... branches) {
    return Parallel.of(List.of(branches), null);
  }

  private static Stages point(int filters) {
    return unit(filters, List.of(1, 1), 1, true);
  }

  /** A convolution with batch normalisation and a rectifier; {@code same} keeps the size. */
  private static Stages unit(int filters, List<Integer> kernel, int stride, boolean same) {
    List<Integer> padding = same ? List.of(kernel.get(0) / 2, kernel.get(1) / 2) : List.of(0, 0);
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put(
        "conv",
        new Conv2d(filters, kernel, List.of(stride, stride), padding, List.of(1, 1), 1, false));
    stages.put("bn", new BatchNorm(0.1, EPSILON));
    stages.put("relu", new Activation(Activation.Function.RELU));
    return new Stages(stages);
  }
}
