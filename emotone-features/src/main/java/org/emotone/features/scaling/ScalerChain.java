package org.emotone.features.scaling;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Scalers one after the other, such as a standard scaler and principal components.
 *
 * @param scalers in order, at least one, each fitted on what comes out of the one before
 */
public record ScalerChain(List<Scaler> scalers) implements Scaler {

  /** Checks that the scalers fit each other. */
  @JsonCreator
  public ScalerChain(@JsonProperty("scalers") List<Scaler> scalers) {
    this.scalers = List.copyOf(scalers);
    if (scalers.isEmpty()) {
      throw new IllegalArgumentException("scalers must hold at least one scaler");
    }
    for (int i = 1; i < scalers.size(); i++) {
      if (scalers.get(i).inputs() != scalers.get(i - 1).outputs()) {
        throw new IllegalArgumentException(
            "scaler "
                + i
                + " takes "
                + scalers.get(i).inputs()
                + " coefficients but the one before gives "
                + scalers.get(i - 1).outputs());
      }
    }
  }

  @Override
  public int inputs() {
    return scalers.get(0).inputs();
  }

  @Override
  public int outputs() {
    return scalers.get(scalers.size() - 1).outputs();
  }

  @Override
  public float[] apply(float[] values, int frames) {
    float[] scaled = values;
    for (Scaler scaler : scalers) {
      scaled = scaler.apply(scaled, frames);
    }
    return scaled;
  }
}
