package org.emotone.network;

import java.util.List;

/** What the recurrent layers share. */
record Recurrence(
    Sequences.Cell cell,
    int units,
    int layers,
    boolean bidirectional,
    double dropout,
    boolean sequences,
    double forgetBias) {

  static void check(int units, int layers, double dropout) {
    Windows.atLeast("units", units, 1);
    Windows.atLeast("layers", layers, 1);
    new Dropout(dropout);
  }

  <T> T forward(Operations<T> operations, Scope scope, T input) {
    Shapes.requireRank(operations.shape(input), 3);
    T steps = operations.permute(input, 0, 2, 1);
    for (int layer = 0; layer < layers - 1; layer++) {
      steps = operations.dropout(states(operations, scope.child(layer), steps), dropout, false);
    }
    Scope last = scope.child(layers - 1);
    return sequences
        ? operations.permute(states(operations, last, steps), 0, 2, 1)
        : lastStates(operations, last, steps);
  }

  /** Every state of one layer, {@code [batch][time][units]}. */
  private <T> T states(Operations<T> operations, Scope scope, T steps) {
    T forward = run(operations, scope.child("forward"), steps);
    if (!bidirectional) {
      return forward;
    }
    T backward = run(operations, scope.child("backward"), operations.reverse(steps));
    return operations.concatenate(List.of(forward, operations.reverse(backward)), 2);
  }

  /** The last states of one layer, {@code [batch][units]}. */
  private <T> T lastStates(Operations<T> operations, Scope scope, T steps) {
    T forward = last(operations, run(operations, scope.child("forward"), steps));
    if (!bidirectional) {
      return forward;
    }
    T backward = run(operations, scope.child("backward"), operations.reverse(steps));
    return operations.concatenate(List.of(forward, last(operations, backward)), 1);
  }

  private static <T> T last(Operations<T> operations, T states) {
    return operations.mean(operations.slice(operations.reverse(states), 1, 0, 1), 1);
  }

  private <T> T run(Operations<T> operations, Scope scope, T steps) {
    long in = Shapes.known(operations.shape(steps), 2);
    long gates = (long) cell.gates() * units;
    Initialiser uniform = new Initialiser.Uniform(1 / Math.sqrt(units));
    Initialiser inputBias =
        forgetBias == 0 ? uniform : new Initialiser.Raised(uniform, units, 2 * units, forgetBias);
    return operations.recurrent(
        steps,
        cell,
        operations.parameter(scope.trained("inputWeight", List.of(gates, in), uniform)),
        operations.parameter(
            scope.trained("recurrentWeight", List.of(gates, (long) units), uniform)),
        operations.parameter(scope.trained("inputBias", List.of(gates), inputBias)),
        operations.parameter(scope.trained("recurrentBias", List.of(gates), uniform)));
  }
}
