/**
 * What emotone-audio leaves out: M4A, AMR, WMA and the sound of video files, read by FFmpeg's
 * libraries. Being on the class path is enough; nobody calls this package.
 */
@NullMarked
package org.emotone.audio.ffmpeg;

import org.jspecify.annotations.NullMarked;
