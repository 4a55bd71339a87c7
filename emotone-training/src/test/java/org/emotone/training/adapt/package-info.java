/** Tests of the adaptation to a voice. */
@NullMarked
package org.emotone.training.adapt;

import org.jspecify.annotations.NullMarked;
