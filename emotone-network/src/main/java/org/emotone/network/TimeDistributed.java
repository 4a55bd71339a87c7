package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Applies layers to each piece of time apart, {@code [b][c][t]} or {@code [b][c][f][t]} to {@code
 * [b][d][n]}: cuts time into {@code n} pieces, of which the layers see each as an example of its
 * own, {@code [c][frames]} or {@code [c][f][frames]}, and turn it into {@code d} values. A rest of
 * time that does not fill a piece is left out.
 *
 * @param layers must give {@code [d]} for each piece
 * @param frames steps of a piece
 * @param hop steps from the start of one piece to that of the next
 */
public record TimeDistributed(List<Layer> layers, int frames, int hop) implements Layer {

  /** Checks the sizes. */
  public TimeDistributed {
    layers = new Sequential(layers).layers();
    Windows.atLeast("frames", frames, 1);
    Windows.atLeast("hop", hop, 1);
  }

  /** Pieces that, where hop is left out (null), follow each other without overlap. */
  @JsonCreator
  public static TimeDistributed of(
      @JsonProperty(value = "layers", required = true)
          @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<Layer> layers,
      @JsonProperty(value = "frames", required = true) int frames,
      @JsonProperty("hop") @Nullable Integer hop) {
    return new TimeDistributed(layers, frames, hop == null ? frames : hop);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int rank = operations.shape(input).length;
    Shapes.requireRankAtLeast(operations.shape(input), 3);
    T cut = operations.windows(input, frames, hop);
    int[] order =
        IntStream.rangeClosed(0, rank)
            .map(d -> d == 0 || d == rank ? d : d == 1 ? rank - 1 : d - 1)
            .toArray();
    T pieces = operations.permute(cut, order);
    T x = operations.mergeBatch(pieces);
    for (int i = 0; i < layers.size(); i++) {
      x = operations.apply(layers.get(i), scope.child(i), x);
    }
    if (operations.shape(x).length != 2) {
      throw new IllegalArgumentException(
          "its layers must give [batch][values] for each piece, but give the shape "
              + Arrays.toString(operations.shape(x)));
    }
    return operations.permute(operations.splitBatch(x, pieces), 0, 2, 1);
  }
}
