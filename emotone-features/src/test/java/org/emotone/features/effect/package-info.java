/** Tests of the package of the same name. */
@NullMarked
package org.emotone.features.effect;

import org.jspecify.annotations.NullMarked;
