/**
 * What was heard, in forms that other programs read: one {@link org.emotone.output.TimelineFormat}
 * for each, described in docs/outputs.md. It knows nothing of how anything is recognised, nor of
 * pictures and pages.
 */
@NullMarked
package org.emotone.output;

import org.jspecify.annotations.NullMarked;
