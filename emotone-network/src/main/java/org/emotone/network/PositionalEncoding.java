package org.emotone.network;

/**
 * Adds to each step of {@code [b][c][t]} what tells its place (Vaswani et al., 2017, section 3.5):
 * channel {@code 2i} gets {@code sin(p / 10000^(2i / c))}, channel {@code 2i + 1} the cosine of the
 * same, for steps {@code p} from 0. It has no parameters and takes any length.
 */
public record PositionalEncoding() implements Layer {

  private static final double LONGEST = 10_000;

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 3);
    int channels = (int) Shapes.known(shape, 1);
    float[] frequencies = new float[channels];
    float[] phases = new float[channels];
    for (int c = 0; c < channels; c++) {
      frequencies[c] = (float) Math.pow(LONGEST, -(c - c % 2) / (double) channels);
      phases[c] = c % 2 == 0 ? 0 : (float) (Math.PI / 2);
    }
    long[] column = {channels, 1};
    T angles =
        operations.multiply(
            operations.constant(new Tensor(column, frequencies)), operations.positions(input, 2));
    T shifted = operations.add(angles, operations.constant(new Tensor(column, phases)));
    return operations.add(input, operations.elementwise(shifted, Arithmetic.Elementwise.SINE));
  }
}
