@NullMarked
package org.emotone.output;

import org.jspecify.annotations.NullMarked;
