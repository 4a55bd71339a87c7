@NullMarked
package org.emotone.training.timeline;

import org.jspecify.annotations.NullMarked;
