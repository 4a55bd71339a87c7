package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Turns features {@code [batch][frames][coefficients]} into a picture {@code
 * [batch][channels][height][width]}, as networks for photographs take it; the lowest coefficient is
 * the first row, all channels show the same.
 *
 * @param height rows that it is stretched to, null for one per coefficient
 * @param width columns that it is stretched to, null for one per frame
 * @param channels 3 for networks whose weights come from photographs
 * @param scale what values are brought to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Picture(@Nullable Integer height, @Nullable Integer width, int channels, Scale scale)
    implements Layer {

  private static final float[] MEANS = {0.485f, 0.456f, 0.406f};
  private static final float[] DEVIATIONS = {0.229f, 0.224f, 0.225f};
  private static final double FLATTEST = 1e-5;

  /** What the values of a picture are brought to. */
  public enum Scale {
    /** What the front-end gave. */
    @JsonProperty("none")
    NONE,
    /** Of each clip, the smallest to 0 and the greatest to 1. */
    @JsonProperty("unit")
    UNIT,
    /** As {@code unit}, then to −1 … 1. */
    @JsonProperty("symmetric")
    SYMMETRIC,
    /**
     * As {@code unit}, then less the means and divided by the deviations of ImageNet's three
     * colours, as torchvision's weights expect it.
     */
    @JsonProperty("imageNet")
    IMAGE_NET
  }

  /** Checks the sizes. */
  public Picture {
    if (height != null) {
      Windows.atLeast("height", height, 1);
    }
    if (width != null) {
      Windows.atLeast("width", width, 1);
    }
    if ((height == null) != (width == null)) {
      throw new IllegalArgumentException("height and width must be given both or not at all");
    }
    Windows.atLeast("channels", channels, 1);
    if (scale == Scale.IMAGE_NET && channels != MEANS.length) {
      throw new IllegalArgumentException("channels must be 3 for scale imageNet, was " + channels);
    }
  }

  /** With what was left out (null) filled in: its own size, three channels, ImageNet's scale. */
  @JsonCreator
  public static Picture of(
      @JsonProperty("height") @Nullable Integer height,
      @JsonProperty("width") @Nullable Integer width,
      @JsonProperty("channels") @Nullable Integer channels,
      @JsonProperty("scale") @Nullable Scale scale) {
    int copies = channels == null ? 3 : channels;
    Scale usual = copies == 3 ? Scale.IMAGE_NET : Scale.UNIT;
    return new Picture(height, width, copies, scale == null ? usual : scale);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    T image = new Image().forward(operations, scope, input);
    T scaled = scale == Scale.NONE ? image : unit(operations, image);
    T sized = height == null || width == null ? scaled : operations.resize(scaled, height, width);
    float[] factors = new float[channels];
    float[] offsets = new float[channels];
    for (int c = 0; c < channels; c++) {
      factors[c] = scale == Scale.IMAGE_NET ? 1 / DEVIATIONS[c] : scale == Scale.SYMMETRIC ? 2 : 1;
      offsets[c] =
          scale == Scale.IMAGE_NET ? -MEANS[c] / DEVIATIONS[c] : scale == Scale.SYMMETRIC ? -1 : 0;
    }
    long[] column = {channels, 1, 1};
    T copies = operations.multiply(sized, operations.constant(new Tensor(column, factors)));
    return operations.add(copies, operations.constant(new Tensor(column, offsets)));
  }

  private static <T> T unit(Operations<T> operations, T image) {
    T greatest = extreme(operations, image);
    T negative = operations.subtract(operations.constant(0), image);
    T smallest = operations.subtract(operations.constant(0), extreme(operations, negative));
    T range = operations.clamp(operations.subtract(greatest, smallest), FLATTEST, Float.MAX_VALUE);
    return operations.divide(operations.subtract(image, smallest), range);
  }

  /** The greatest value of each clip, {@code [b][1][1][1]}. */
  private static <T> T extreme(Operations<T> operations, T image) {
    T values = operations.maximum(image, 1, 2, 3);
    for (int dimension = 1; dimension <= 3; dimension++) {
      values = operations.unsqueeze(values, dimension);
    }
    return values;
  }
}
