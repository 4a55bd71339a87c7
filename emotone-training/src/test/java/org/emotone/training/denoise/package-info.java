@NullMarked
package org.emotone.training.denoise;

import org.jspecify.annotations.NullMarked;
