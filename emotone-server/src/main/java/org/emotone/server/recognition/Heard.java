package org.emotone.server.recognition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.emotone.Recognition;
import org.emotone.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * All that was heard in a recording, in the model's own classes.
 *
 * @param recognition of the whole
 * @param timeline over time; null if nobody asked for it
 * @param reasons why; null if nobody asked for it
 * @param waveform the outline of the recording
 * @param uncertainBelow the model's threshold
 * @param container what kind of file the recording is, such as {@code WAV}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Heard(
    Recognition recognition,
    @Nullable Timeline timeline,
    @Nullable Reasons reasons,
    Envelope waveform,
    double uncertainBelow,
    String container) {}
