package org.emotone.training.denoise;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.emotone.audio.signal.SpectralMask;
import org.emotone.training.Ranges;
import org.emotone.training.engine.SequenceLoss;
import org.jspecify.annotations.Nullable;

/** What a network hears and answers; in YAML told apart by {@code type}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Method.Mask.class, name = "mask"),
  @JsonSubTypes.Type(value = Method.Windows.class, name = "windows"),
})
public sealed interface Method {

  /** Features of a frame. */
  int coefficients();

  /** Values that it answers each frame. */
  int outputs();

  /** What its training makes small. */
  SequenceLoss loss();

  /**
   * A mask over the spectrogram ({@link SpectralMask}), learned on pieces of clips by the ratio of
   * signal to distortion.
   *
   * @param seconds of a piece, 0.5 to 60, 2.5 when left out
   */
  record Mask(double seconds) implements Method {

    /** Checks the length. */
    public Mask {
      Ranges.within("seconds", seconds, 0.5, 60);
    }

    /** With a default for what is null. */
    @JsonCreator
    public static Mask of(@JsonProperty("seconds") @Nullable Double seconds) {
      return new Mask(seconds == null ? 2.5 : seconds);
    }

    @Override
    public int coefficients() {
      return SpectralMask.BINS;
    }

    @Override
    public int outputs() {
      return SpectralMask.BINS;
    }

    @Override
    public SequenceLoss loss() {
      return SequenceLoss.DISTORTION;
    }
  }

  /**
   * Clean windows of samples, by an autoencoder, learned by the cross-entropy with the clean
   * window, scaled to 0 … 1.
   *
   * @param length samples of a window, 16 to 65536
   * @param signal what the windows are cut from
   * @param amplitude deviation of the Gaussian noise that is added to a parabola; speech has the
   *     recipe's own noises
   */
  record Windows(int length, Signal signal, double amplitude) implements Method {

    /** Checks the ranges. */
    public Windows {
      Ranges.within("length", length, 16, 1 << 16);
      Ranges.within("amplitude", amplitude, 0, 10);
    }

    /** With defaults for what is null: speech, 0.05. */
    @JsonCreator
    public static Windows of(
        @JsonProperty(value = "length", required = true) int length,
        @JsonProperty("signal") @Nullable Signal signal,
        @JsonProperty("amplitude") @Nullable Double amplitude) {
      return new Windows(
          length, signal == null ? Signal.SPEECH : signal, amplitude == null ? 0.05 : amplitude);
    }

    @Override
    public int coefficients() {
      return 1;
    }

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public SequenceLoss loss() {
      return SequenceLoss.CROSS_ENTROPY;
    }
  }

  /** What windows are cut from. */
  enum Signal {
    /** Clips of the corpora; the clean window is on the scale of the noisy one. */
    @JsonProperty("speech")
    SPEECH,
    /**
     * The parabola x² from −0.5 on, a new sample each 0.01, as in the tutorial that the autoencoder
     * comes from (Versloot, 2019); noisy and clean window are scaled apart.
     */
    @JsonProperty("parabola")
    PARABOLA
  }
}
