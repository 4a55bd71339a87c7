@NullMarked
package org.emotone.training.loss;

import org.jspecify.annotations.NullMarked;
