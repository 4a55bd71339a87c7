/** The user's own recordings, in the forms in which people keep them, read and checked. */
@NullMarked
package org.emotone.corpus.own;

import org.jspecify.annotations.NullMarked;
