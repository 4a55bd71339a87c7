/** Tests of {@link org.emotone.training.search}. */
@NullMarked
package org.emotone.training.search;

import org.jspecify.annotations.NullMarked;
