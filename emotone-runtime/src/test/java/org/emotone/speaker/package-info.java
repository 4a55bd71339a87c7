/** Tests of who speaks when. */
@NullMarked
package org.emotone.speaker;

import org.jspecify.annotations.NullMarked;
