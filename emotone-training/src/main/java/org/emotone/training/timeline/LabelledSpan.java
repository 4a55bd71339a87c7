package org.emotone.training.timeline;

import org.emotone.audio.signal.Segment;

/**
 * A stretch of time with a label.
 *
 * @param span where it lies
 * @param label the emotion
 */
public record LabelledSpan(Segment span, String label) {}
