/**
 * Drawings as data: marks with places in pixels and roles for colours, made once and interpreted
 * twice, as SVG for pages and as PNG for everything else.
 *
 * <p>Knows nothing of what is drawn.
 */
@NullMarked
package org.emotone.report.drawing;

import org.jspecify.annotations.NullMarked;
