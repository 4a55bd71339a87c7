/**
 * What listeners heard in the clips of a corpus: soft labels, and how well people themselves do.
 */
@NullMarked
package org.emotone.corpus.votes;

import org.jspecify.annotations.NullMarked;
