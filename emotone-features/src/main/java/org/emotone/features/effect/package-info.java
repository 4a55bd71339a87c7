/** Changes of sound by way of its spectrogram: slower, faster, higher, lower. */
@NullMarked
package org.emotone.features.effect;

import org.jspecify.annotations.NullMarked;
