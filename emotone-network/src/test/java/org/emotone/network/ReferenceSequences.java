package org.emotone.network;

import java.util.stream.IntStream;

/** Operations along time, in the plainest way. */
interface ReferenceSequences extends Sequences<Tensor> {

  @Override
  default Tensor recurrent(
      Tensor x,
      Cell cell,
      Tensor inputWeight,
      Tensor recurrentWeight,
      Tensor inputBias,
      Tensor recurrentBias) {
    int batch = (int) x.shape()[0];
    int steps = (int) x.shape()[1];
    int units = (int) recurrentWeight.shape()[1];
    double[][][] states = new double[batch][steps][];
    for (int b = 0; b < batch; b++) {
      double[] h = new double[units];
      double[] c = new double[units];
      for (int t = 0; t < steps; t++) {
        int[] at = {b, t, 0};
        double[] in =
            IntStream.range(0, (int) x.shape()[2])
                .mapToDouble(i -> ReferenceOperations.at(x, ReferenceOperations.with(at, 2, i)))
                .toArray();
        double[] fromInput = product(inputWeight, in, inputBias);
        double[] fromState = product(recurrentWeight, h, recurrentBias);
        h = cell == Cell.LSTM ? lstm(fromInput, fromState, c) : gru(fromInput, fromState, h);
        states[b][t] = h;
      }
    }
    return ReferenceOperations.tensor(
        new long[] {batch, steps, units}, at -> states[at[0]][at[1]][at[2]]);
  }

  private static double[] product(Tensor weight, double[] in, Tensor bias) {
    double[] out = new double[bias.values().length];
    for (int o = 0; o < out.length; o++) {
      out[o] = bias.values()[o];
      for (int i = 0; i < in.length; i++) {
        out[o] += weight.values()[o * in.length + i] * in[i];
      }
    }
    return out;
  }

  /** Gates input, forget, cell, output; {@code c} is changed. */
  private static double[] lstm(double[] x, double[] r, double[] c) {
    int units = c.length;
    double[] h = new double[units];
    for (int u = 0; u < units; u++) {
      double input = sigmoid(x[u] + r[u]);
      double forget = sigmoid(x[units + u] + r[units + u]);
      double candidate = Math.tanh(x[2 * units + u] + r[2 * units + u]);
      c[u] = forget * c[u] + input * candidate;
      h[u] = sigmoid(x[3 * units + u] + r[3 * units + u]) * Math.tanh(c[u]);
    }
    return h;
  }

  /** Gates reset, update, new. */
  private static double[] gru(double[] x, double[] r, double[] before) {
    int units = before.length;
    double[] h = new double[units];
    for (int u = 0; u < units; u++) {
      double reset = sigmoid(x[u] + r[u]);
      double update = sigmoid(x[units + u] + r[units + u]);
      double candidate = Math.tanh(x[2 * units + u] + reset * r[2 * units + u]);
      h[u] = (1 - update) * candidate + update * before[u];
    }
    return h;
  }

  private static double sigmoid(double v) {
    return 1 / (1 + Math.exp(-v));
  }

  @Override
  default Tensor reverse(Tensor x) {
    int steps = (int) x.shape()[1];
    return ReferenceOperations.tensor(
        x.shape(),
        at -> ReferenceOperations.at(x, ReferenceOperations.with(at, 1, steps - 1 - at[1])));
  }

  @Override
  default Tensor reverseWithin(Tensor x, Tensor lengths) {
    return ReferenceOperations.tensor(
        x.shape(),
        at -> {
          int length = (int) lengths.values()[at[0]];
          int step = at[1] < length ? length - 1 - at[1] : at[1];
          return ReferenceOperations.at(x, ReferenceOperations.with(at, 1, step));
        });
  }

  @Override
  default Tensor positions(Tensor like, int dimension) {
    return ReferenceOperations.tensor(new long[] {like.shape()[dimension]}, at -> at[0]);
  }

  @Override
  default Tensor smooth(Tensor x, Tensor weight) {
    float[] values = x.values().clone();
    int steps = (int) x.shape()[2];
    int channels = (int) x.shape()[1];
    for (int i = 0; i < values.length; i++) {
      if (i % steps > 0) {
        float w = weight.values()[i / steps % channels];
        values[i] = (1 - w) * values[i - 1] + w * x.values()[i];
      }
    }
    return new Tensor(x.shape(), values);
  }

  @Override
  default Tensor fill(Tensor x, Tensor lengths, int dimension, double value) {
    return ReferenceOperations.tensor(
        x.shape(),
        at -> at[dimension] < lengths.values()[at[0]] ? ReferenceOperations.at(x, at) : value);
  }

  @Override
  default Tensor rescale(Tensor lengths, long factor, long offset, long divisor) {
    return ReferenceOperations.tensor(
        lengths.shape(),
        at -> Math.floor(((double) lengths.values()[at[0]] * factor + offset) / divisor));
  }
}
