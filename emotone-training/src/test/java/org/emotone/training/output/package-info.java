@NullMarked
package org.emotone.training.output;

import org.jspecify.annotations.NullMarked;
