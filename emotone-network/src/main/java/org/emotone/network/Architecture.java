package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stock network for pictures {@code [b][3][h][w]}, with its last dense layer made for other
 * classes, to {@code [b][classes]}, or without it, to the {@code [b][n]} that it would take.
 *
 * <p>Its parameters are named and shaped as in torchvision, but for what {@link #torchvision} says.
 *
 * @param name which one
 * @param classes outputs of the last dense layer, null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Architecture(Stock name, @Nullable Integer classes) implements Layer {

  /** Checks the number. */
  public Architecture {
    if (classes != null) {
      Windows.atLeast("classes", classes, 1);
    }
  }

  /** Without the last layer where classes are left out (null). */
  @JsonCreator
  public static Architecture of(
      @JsonProperty(value = "name", required = true) Stock name,
      @JsonProperty("classes") @Nullable Integer classes) {
    return new Architecture(name, classes);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    long[] shape = operations.shape(input);
    Shapes.requireRank(shape, 4);
    if (shape[1] != 3) {
      throw new IllegalArgumentException(
          "takes pictures of 3 channels, but its input has the shape "
              + Arrays.toString(shape)
              + "; put {type: picture} before it");
    }
    Stock.Parts parts = name.parts();
    T features = parts.body().forward(operations, scope, input);
    return classes == null
        ? features
        : operations.apply(new Dense(classes), scope.child(parts.head()), features);
  }

  /**
   * The names that torchvision gives the parameters, by the names that they have here.
   *
   * @param scope where the architecture stands in its network
   * @param parameters of the network
   */
  public Map<String, String> torchvision(Scope scope, List<Parameter> parameters) {
    String prefix = scope.path().isEmpty() ? "" : scope.path() + ".";
    Map<String, String> names = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.name().startsWith(prefix)) {
        String own = parameter.name().substring(prefix.length());
        names.put(parameter.name(), Stock.torchvision(own));
      }
    }
    return names;
  }
}
