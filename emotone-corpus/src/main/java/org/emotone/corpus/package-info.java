/**
 * Emotional speech corpora: what was recorded, by whom, under which label, and how to divide it
 * without deceiving oneself.
 *
 * <p>Everything here works on files and labels: it knows nothing of features, networks or models.
 */
@NullMarked
package org.emotone.corpus;

import org.jspecify.annotations.NullMarked;
