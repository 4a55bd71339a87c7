package org.emotone.training.robustness;

import org.emotone.audio.Waveform;

/**
 * A clip before anything is done to it.
 *
 * @param sound the clip
 * @param speaker who speaks
 * @param others the voices of others, for babble
 */
record Original(Waveform sound, String speaker, Voices others) {}
