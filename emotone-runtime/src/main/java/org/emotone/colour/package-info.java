/**
 * The colours of emotions, of sexes and of series, the same in pictures, reports and the web
 * application. It knows nothing of how they are drawn.
 */
@NullMarked
package org.emotone.colour;

import org.jspecify.annotations.NullMarked;
