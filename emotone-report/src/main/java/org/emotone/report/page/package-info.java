/**
 * Pages for people: charts with a lesson and the figures behind them, in parts, in one file that
 * needs nothing else and fits desktops and phones, light and dark.
 *
 * <p>Knows nothing of what is shown.
 */
@NullMarked
package org.emotone.report.page;

import org.jspecify.annotations.NullMarked;
