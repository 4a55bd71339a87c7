@NullMarked
package org.emotone.training.run;

import org.jspecify.annotations.NullMarked;
