/**
 * What runs left in their folders, read again: to list them, to compare them, and to report.
 *
 * <p>Reads only; a run writes its own record.
 */
@NullMarked
package org.emotone.training.record;

import org.jspecify.annotations.NullMarked;
