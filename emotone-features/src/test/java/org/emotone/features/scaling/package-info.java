/** Tests of the package of the same name. */
@NullMarked
package org.emotone.features.scaling;

import org.jspecify.annotations.NullMarked;
