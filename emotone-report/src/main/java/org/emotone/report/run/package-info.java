/**
 * What people look at of a run: its report, the list of its errors to listen to, its pictures, its
 * event files for TensorBoard, and several runs side by side.
 *
 * <p>Shows what the run recorded; it measures nothing again.
 */
@NullMarked
package org.emotone.report.run;

import org.jspecify.annotations.NullMarked;
