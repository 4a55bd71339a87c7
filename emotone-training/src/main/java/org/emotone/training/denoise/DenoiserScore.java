package org.emotone.training.denoise;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.emotone.training.evaluation.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What is left of clips in one condition after one way to take out noise; means over clips.
 *
 * @param noise {@code white}, {@code pink}, {@code babble}; {@code none} for the clips as recorded
 * @param snrDb ratio of the clip to the noise in dB, over the whole clip; null for no noise
 * @param method "noisy" for nothing done, else the name of the method
 * @param siSdr SI-SDR in dB; null for clips as recorded to which nothing was done
 * @param siSdrGain how much better than noisy, in dB; null without noise
 * @param improved share of clips whose SI-SDR became better, 0 to 1; null without noise
 * @param segmentalSnr segmental SNR in dB; null as {@code siSdr}
 * @param segmentalSnrGain how much better than noisy, in dB; null without noise
 * @param uar unweighted average recall of the recogniser, 0 to 1; null without one
 * @param uarChange against noisy, −1 to 1; null without a recogniser
 * @param uarChangeInterval its interval over speakers; null without a recogniser or with one
 *     speaker
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DenoiserScore(
    String noise,
    @Nullable Double snrDb,
    String method,
    @Nullable Double siSdr,
    @Nullable Double siSdrGain,
    @Nullable Double improved,
    @Nullable Double segmentalSnr,
    @Nullable Double segmentalSnrGain,
    @Nullable Double uar,
    @Nullable Double uarChange,
    @Nullable Interval uarChangeInterval) {}
