/** Counts what a corpus holds. */
@NullMarked
package org.emotone.corpus.inspect;

import org.jspecify.annotations.NullMarked;
