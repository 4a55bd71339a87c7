/** Tests of reasons. */
@NullMarked
package org.emotone.explain;

import org.jspecify.annotations.NullMarked;
