/**
 * Whole experiments: from a recipe and folders of recordings to a model and the record of how it
 * came about, and from a model to its figures on any corpus.
 *
 * <p>It orders the work and keeps the files. What pictures and cards look like it leaves to those
 * who call it.
 */
@NullMarked
package org.emotone.training.run;

import org.jspecify.annotations.NullMarked;
