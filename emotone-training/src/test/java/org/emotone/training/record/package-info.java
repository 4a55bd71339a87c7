@NullMarked
package org.emotone.training.record;

import org.jspecify.annotations.NullMarked;
