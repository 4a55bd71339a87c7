package org.emotone.training.search;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that one place of a recipe may have: some that are listed, or numbers from one to another.
 *
 * @param values any values, at least two; empty for numbers
 * @param from the least number
 * @param to the greatest number, above {@code from}
 * @param step numbers are {@code from} plus whole multiples of it; 0, which it is when left out,
 *     for all numbers between
 * @param scale whether numbers are drawn alike from every part of the range, or from every decade
 * @param whole whether numbers are whole, which they are when {@code from} and {@code to} are
 *     written without a point
 */
public record Range(
    List<JsonNode> values, double from, double to, double step, Scale scale, boolean whole) {

  /** How numbers are spaced. */
  public enum Scale {
    /** Evenly. */
    @JsonProperty("linear")
    LINEAR,
    /** By their logarithm. */
    @JsonProperty("log")
    LOG
  }

  /** Drawn numbers have so many digits, so that a recipe stays readable. */
  private static final MathContext DIGITS = new MathContext(4);

  private static final int MOST_VALUES = 1000;

  /** Checks the ends. */
  public Range {
    values = List.copyOf(values);
    if (!values.isEmpty()) {
      if (values.size() < 2 || values.size() > MOST_VALUES) {
        throw new IllegalArgumentException("values must be at least two, else there is no choice");
      }
    } else {
      if (!(from < to) || !Double.isFinite(to - from)) {
        throw new IllegalArgumentException(
            "from must be below to, was %s … %s".formatted(from, to));
      }
      if (scale == Scale.LOG && !(from > 0)) {
        throw new IllegalArgumentException("from must be above 0 on a scale: log, was " + from);
      }
      if (!(step >= 0) || (step > 0 && (to - from) / step > MOST_VALUES)) {
        throw new IllegalArgumentException(
            "step must leave at most " + MOST_VALUES + " values, was " + step);
      }
      if (step > 0 && scale == Scale.LOG) {
        throw new IllegalArgumentException("step does not go with scale: log; list the values");
      }
    }
  }

  /** Fills in what is null. */
  @JsonCreator
  public static Range of(
      @JsonProperty("values") @Nullable List<JsonNode> values,
      @JsonProperty("from") @Nullable JsonNode from,
      @JsonProperty("to") @Nullable JsonNode to,
      @JsonProperty("step") @Nullable JsonNode step,
      @JsonProperty("scale") @Nullable Scale scale,
      @JsonProperty("whole") @Nullable Boolean whole) {
    boolean listed = values != null && !values.isEmpty();
    if (listed == (from != null || to != null)) {
      throw new IllegalArgumentException(
          "a range has either values, such as [0.1, 0.2], or from and to");
    }
    boolean integral = integral(from) && integral(to) && (step == null || integral(step));
    return new Range(
        values == null ? List.of() : values,
        number("from", from, listed),
        number("to", to, listed),
        step == null ? 0 : number("step", step, false),
        scale == null ? Scale.LINEAR : scale,
        whole == null ? !listed && integral : whole);
  }

  /** Values that are listed without more. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Range of(List<JsonNode> values) {
    return new Range(values, 0, 0, 0, Scale.LINEAR, false);
  }

  /** The range in a few words. */
  public String words() {
    if (!values.isEmpty()) {
      return values.toString();
    }
    String spaced = step > 0 ? " by " + step : scale == Scale.LOG ? " by logarithm" : "";
    return from + " … " + to + spaced + (whole ? ", whole" : "");
  }

  /** As a plan has it. */
  @JsonValue
  Object json() {
    if (!values.isEmpty()) {
      return values;
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("from", from);
    keys.put("to", to);
    if (step > 0) {
      keys.put("step", step);
    }
    keys.put("scale", scale);
    keys.put("whole", whole);
    return keys;
  }

  private static boolean integral(@Nullable JsonNode node) {
    return node != null && node.isIntegralNumber();
  }

  private static double number(String key, @Nullable JsonNode node, boolean absent) {
    if (absent) {
      return 0;
    }
    if (node == null || !node.isNumber()) {
      throw new IllegalArgumentException(
          key + " must be a number, " + (node == null ? "is missing" : "was " + node));
    }
    return node.doubleValue();
  }

  /** How many different values there are; 0 for any number of them. */
  public int count() {
    if (!values.isEmpty()) {
      return values.size();
    }
    double own = step > 0 ? step : whole ? 1 : 0;
    double count = own == 0 ? 0 : Math.floor((to - from) / own + 1e-9) + 1;
    return count <= MOST_VALUES && scale == Scale.LINEAR ? (int) count : 0;
  }

  /** Whether there is no order in the values. */
  boolean unordered() {
    return !values.isEmpty();
  }

  /** The value at a share of the range, in [0, 1): each is as wide as any other. */
  public JsonNode at(double share) {
    int count = count();
    if (!values.isEmpty()) {
      return values.get(Math.min(count - 1, (int) (share * count)));
    }
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (count > 0) {
      double own = step > 0 ? step : 1;
      double value = from + own * Math.min(count - 1, (int) (share * count));
      return whole ? factory.numberNode(Math.round(value)) : factory.numberNode(rounded(value));
    }
    double value =
        scale == Scale.LOG ? from * Math.pow(to / from, share) : from + share * (to - from);
    return whole ? factory.numberNode(Math.round(value)) : factory.numberNode(rounded(value));
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(DIGITS).doubleValue();
  }
}
