/**
 * Whether a recogniser can be trusted when recordings are not as good as those of its training: the
 * same clips under noise, over the telephone, cut short, and so on, held against published
 * acceptance thresholds. What is done to clips is what {@link org.emotone.training.augmentation}
 * does; this package knows nothing of how networks are trained.
 */
@NullMarked
package org.emotone.training.robustness;

import org.jspecify.annotations.NullMarked;
