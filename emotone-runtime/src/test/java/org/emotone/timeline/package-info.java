@NullMarked
package org.emotone.timeline;

import org.jspecify.annotations.NullMarked;
