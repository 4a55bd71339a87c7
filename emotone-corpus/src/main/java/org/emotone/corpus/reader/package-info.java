/**
 * One naming rule for each corpus: what its files' names, folders and lists say of a clip. What
 * they do not say is left open, never guessed.
 */
@NullMarked
package org.emotone.corpus.reader;

import org.jspecify.annotations.NullMarked;
