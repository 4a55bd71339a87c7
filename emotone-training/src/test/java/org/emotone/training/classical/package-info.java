@NullMarked
package org.emotone.training.classical;

import org.jspecify.annotations.NullMarked;
