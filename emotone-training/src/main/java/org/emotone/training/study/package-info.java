/**
 * Questions that take several runs: all folds and seeds of a recipe, what each way of dividing
 * clips makes of it, how it does on other corpora. Each run has a folder of its own, and a study
 * that was stopped or killed goes on with the run that it was in.
 *
 * <p>Knows how runs are chosen and summed up, not how one is done.
 */
@NullMarked
package org.emotone.training.study;

import org.jspecify.annotations.NullMarked;
