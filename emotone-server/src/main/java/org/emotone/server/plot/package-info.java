/**
 * Pictures of recordings: spectrograms as PNG, outline and timeline as SVG. Knows nothing of HTTP.
 */
@NullMarked
package org.emotone.server.plot;

import org.jspecify.annotations.NullMarked;
