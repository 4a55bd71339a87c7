@NullMarked
package org.emotone.training.evaluation;

import org.jspecify.annotations.NullMarked;
