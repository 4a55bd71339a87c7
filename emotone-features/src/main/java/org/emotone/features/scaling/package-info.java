/**
 * Scaling and reduction of features by what was learned from other clips. What is fitted here must
 * be fitted on training data alone; rows come in as plain arrays, and who may be in them is for the
 * caller to hold.
 */
@NullMarked
package org.emotone.features.scaling;

import org.jspecify.annotations.NullMarked;
