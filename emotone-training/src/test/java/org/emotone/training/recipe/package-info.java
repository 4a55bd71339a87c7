@NullMarked
package org.emotone.training.recipe;

import org.jspecify.annotations.NullMarked;
