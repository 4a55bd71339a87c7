package org.emotone.report.explore;

import org.emotone.audio.Waveform;

/**
 * A clip to look at and to listen to.
 *
 * @param clip the clip
 * @param sound its speech without the silence around it, at {@link ClipMeasurement#RATE}, at most
 *     {@link Examples#LONGEST} seconds
 * @param peers how many clips it is typical of
 */
public record Example(Clip clip, Waveform sound, int peers) {}
