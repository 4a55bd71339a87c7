package org.emotone.training.denoise;

import org.emotone.audio.Waveform;
import org.emotone.corpus.Utterance;

/**
 * A clip in memory.
 *
 * @param clip where it comes from
 * @param sound at 16 kHz, not silent
 */
record Voice(Utterance clip, Waveform sound) {}
