@NullMarked
package org.emotone.training.schedule;

import org.jspecify.annotations.NullMarked;
