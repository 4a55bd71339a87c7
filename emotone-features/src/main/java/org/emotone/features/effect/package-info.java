/** Changes of sound that keep what is said: slower, faster, higher, lower, by another's throat. */
@NullMarked
package org.emotone.features.effect;

import org.jspecify.annotations.NullMarked;
