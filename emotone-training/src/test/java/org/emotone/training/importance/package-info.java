/** Tests of the package of the same name. */
@NullMarked
package org.emotone.training.importance;

import org.jspecify.annotations.NullMarked;
