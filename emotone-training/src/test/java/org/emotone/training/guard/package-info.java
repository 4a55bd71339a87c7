@NullMarked
package org.emotone.training.guard;

import org.jspecify.annotations.NullMarked;
