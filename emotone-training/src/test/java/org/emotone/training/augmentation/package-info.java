@NullMarked
package org.emotone.training.augmentation;

import org.jspecify.annotations.NullMarked;
