/** Tests of the cues of voices. */
@NullMarked
package org.emotone.cue;

import org.jspecify.annotations.NullMarked;
