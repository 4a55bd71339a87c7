/**
 * Finds what is wrong with the data before a figure rests on it: recordings that stand in a corpus
 * twice or under two labels, files that cannot be used, and what both sides of a split share.
 *
 * <p>Everything here works on sound, labels and splits; it changes no file.
 */
@NullMarked
package org.emotone.corpus.audit;

import org.jspecify.annotations.NullMarked;
