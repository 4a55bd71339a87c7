package org.emotone.features;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Excerpt;
import org.emotone.audio.signal.Fill;
import org.emotone.audio.signal.FixedLength;
import org.emotone.features.check.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * The part of a clip that is taken, as the {@code offset} and {@code duration} of {@code
 * librosa.load}. A clip that ends before the offset is taken from its start.
 *
 * @param offset where it begins, 0 to 3600 s
 * @param duration how long it is, 0.01 to 3600 s
 * @param fill whether a shorter clip is filled up with silence at its end
 */
@JsonPropertyOrder({"offset", "duration", "fill"})
public record Cut(double offset, double duration, boolean fill) {

  /** Checks the ranges. */
  public Cut {
    Bounds.check("offset", offset, 0, 3600);
    Bounds.check("duration", duration, 0.01, 3600);
  }

  /** Fills in what is left out (null): from the start, 3 s, filled up. */
  @JsonCreator
  public static Cut of(
      @JsonProperty("offset") @Nullable Double offset,
      @JsonProperty("duration") @Nullable Double duration,
      @JsonProperty("fill") @Nullable Boolean fill) {
    return new Cut(
        offset == null ? 0 : offset, duration == null ? 3 : duration, fill == null || fill);
  }

  /** The part of a clip, at least a sample of a clip that has one. */
  public Waveform apply(Waveform clip) {
    Waveform part = new Excerpt(offset, duration).of(clip);
    if (part.length() == 0) {
      part = new Excerpt(0, duration).of(clip);
    }
    int samples = (int) Math.round(duration * clip.sampleRate());
    return fill ? new FixedLength(samples, Fill.ZERO, false).apply(part).waveform() : part;
  }
}
