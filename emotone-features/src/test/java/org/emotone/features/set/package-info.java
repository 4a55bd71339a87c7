/** Tests of the package of the same name. */
@NullMarked
package org.emotone.features.set;

import org.jspecify.annotations.NullMarked;
