/**
 * Which features a classifier goes by, and how many of them it needs: permutation importance,
 * groups of features left out or alone, and the recall by the number of features, on training clips
 * and on those of speakers who were not heard.
 *
 * <p>Judges validation clips only; knows nothing of networks, and never hears the test.
 */
@NullMarked
package org.emotone.training.importance;

import org.jspecify.annotations.NullMarked;
