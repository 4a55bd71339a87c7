package org.emotone.network;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * LEAF, a learnable front-end (Zeghidour et al., 2021), from waveforms {@code [b][samples][1]} to
 * channels over time {@code [b][filters][frames]}: a {@link GaborConv}, a {@link GaussianPool} and
 * {@link Pcen}, with the constants of the paper.
 *
 * @param filters how many
 * @param sampleRate of the waveform in Hz
 * @param windowSeconds length of the filters and of the pooling windows; a tap is added to make it
 *     odd
 * @param hopSeconds from one frame to the next
 * @param minHz lower edge of the mel bands that the filters start on
 * @param maxHz upper edge
 */
public record Leaf(
    int filters,
    int sampleRate,
    double windowSeconds,
    double hopSeconds,
    double minHz,
    double maxHz)
    implements Layer {

  /** Checks the ranges. */
  public Leaf {
    Windows.atLeast("filters", filters, 1);
    Waveforms.checkBand(sampleRate, minHz, maxHz);
    if (!(windowSeconds * sampleRate >= 4 && windowSeconds <= 1)) {
      throw new IllegalArgumentException(
          "windowSeconds must be at least 4 samples and at most 1 second, was " + windowSeconds);
    }
    if (!(hopSeconds * sampleRate >= 1 && hopSeconds <= 1)) {
      throw new IllegalArgumentException(
          "hopSeconds must be at least 1 sample and at most 1 second, was " + hopSeconds);
    }
  }

  /**
   * With what was left out (null) filled in as in the paper: 40 filters at 16 kHz, 25 ms every 10
   * ms, from 60 to 7800 Hz.
   */
  @JsonCreator
  public static Leaf of(
      @JsonProperty("filters") @Nullable Integer filters,
      @JsonProperty("sampleRate") @Nullable Integer sampleRate,
      @JsonProperty("windowSeconds") @Nullable Double windowSeconds,
      @JsonProperty("hopSeconds") @Nullable Double hopSeconds,
      @JsonProperty("minHz") @Nullable Double minHz,
      @JsonProperty("maxHz") @Nullable Double maxHz) {
    return new Leaf(
        filters == null ? 40 : filters,
        sampleRate == null ? 16_000 : sampleRate,
        windowSeconds == null ? 0.025 : windowSeconds,
        hopSeconds == null ? 0.010 : hopSeconds,
        minHz == null ? 60 : minHz,
        maxHz == null ? 7800 : maxHz);
  }

  @Override
  public <T> T forward(Operations<T> operations, Scope scope, T input) {
    int kernel = (int) Math.round(windowSeconds * sampleRate) / 2 * 2 + 1;
    int hop = (int) Math.round(hopSeconds * sampleRate);
    Map<String, Layer> stages = new LinkedHashMap<>();
    stages.put("channels", new Channels());
    stages.put("gabor", new GaborConv(filters, kernel, sampleRate, minHz, maxHz));
    stages.put("pool", GaussianPool.of(kernel, hop, null));
    stages.put("pcen", Pcen.of(null, null, null, null, null));
    return new Stages(stages).forward(operations, scope, input);
  }
}
