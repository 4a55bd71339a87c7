/**
 * Emotional speech corpora: what was recorded, by whom and under which label. The packages below
 * read them, give their clips classes, choose among them and divide them without deceiving oneself.
 *
 * <p>Everything here works on files and labels: it knows nothing of features, networks or models.
 */
@NullMarked
package org.emotone.corpus;

import org.jspecify.annotations.NullMarked;
