/** Golden numbers of the reference implementations, and the signals they were computed from. */
@NullMarked
package org.emotone.features.golden;

import org.jspecify.annotations.NullMarked;
