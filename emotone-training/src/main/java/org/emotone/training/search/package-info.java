/**
 * Looks for the values of a recipe that do best on the validation: every combination, draws, or
 * draws near what did well (TPE), or many short trainings of which the best go on (halving). The
 * test is left alone until everything is chosen.
 *
 * <p>Knows recipes and their figures, not what the values mean.
 */
@NullMarked
package org.emotone.training.search;

import org.jspecify.annotations.NullMarked;
