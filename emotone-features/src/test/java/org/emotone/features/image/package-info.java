/** Tests of the package of the same name. */
@NullMarked
package org.emotone.features.image;

import org.jspecify.annotations.NullMarked;
