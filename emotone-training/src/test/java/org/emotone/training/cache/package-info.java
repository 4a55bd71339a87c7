@NullMarked
package org.emotone.training.cache;

import org.jspecify.annotations.NullMarked;
