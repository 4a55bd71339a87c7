/**
 * What people look at: plots of a run and the card of a model.
 *
 * <p>Draws and writes what training recorded; it measures and decides nothing.
 */
@NullMarked
package org.emotone.report;

import org.jspecify.annotations.NullMarked;
