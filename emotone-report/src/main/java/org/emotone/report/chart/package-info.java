/**
 * Charts: what a table of figures looks like. A chart is drawn for a width, so that a page has one
 * for desktops and one for phones; the same values always give the same drawing.
 *
 * <p>Knows nothing of corpora and nothing of where the drawing goes.
 */
@NullMarked
package org.emotone.report.chart;

import org.jspecify.annotations.NullMarked;
