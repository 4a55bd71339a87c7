package org.emotone.timeline;

import org.emotone.audio.Waveform;
import org.emotone.audio.signal.Segment;

/**
 * A window with its sound.
 *
 * @param span where it lies in the recording
 * @param speechSeconds how much speech is in it
 * @param sound its samples, at the model's rate
 */
record SpokenPart(Segment span, double speechSeconds, Waveform sound) {}
