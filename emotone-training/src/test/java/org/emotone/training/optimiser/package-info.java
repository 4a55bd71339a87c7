@NullMarked
package org.emotone.training.optimiser;

import org.jspecify.annotations.NullMarked;
