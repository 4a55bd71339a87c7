@NullMarked
package org.emotone.training.robustness;

import org.jspecify.annotations.NullMarked;
