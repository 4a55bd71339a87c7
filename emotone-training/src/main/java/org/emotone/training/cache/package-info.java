/**
 * Features of whole corpora, computed once and kept on disk.
 *
 * <p>Knows clips and a front-end; it does not know labels, splits or what the features are for.
 */
@NullMarked
package org.emotone.training.cache;

import org.jspecify.annotations.NullMarked;
