/**
 * What is done to sound once it is decoded: resampling, trimming and splitting, level, voice
 * activity, noise and its reduction, and the quality of a clip.
 *
 * <p>It works on amplitudes alone: it knows nothing of files, formats, features or emotions.
 */
@NullMarked
package org.emotone.audio.signal;

import org.jspecify.annotations.NullMarked;
