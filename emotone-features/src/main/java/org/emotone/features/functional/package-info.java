/**
 * What is said of a whole clip: statistics of contours over time, and vectors of them by name.
 *
 * <p>A contour is one value per frame. Nothing here knows what the values mean or how they were
 * made.
 */
@NullMarked
package org.emotone.features.functional;

import org.jspecify.annotations.NullMarked;
