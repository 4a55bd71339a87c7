package org.emotone.speaker;

import org.emotone.audio.signal.Segment;

/**
 * A stretch of speech by one voice.
 *
 * @param span where it lies in the recording
 * @param speaker whose it is, such as {@code speaker 1}: numbered in the order in which they are
 *     first heard
 */
public record SpeakerTurn(Segment span, String speaker) {}
