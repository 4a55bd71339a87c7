/** Tests of {@link org.emotone.training.study}. */
@NullMarked
package org.emotone.training.study;

import org.jspecify.annotations.NullMarked;
