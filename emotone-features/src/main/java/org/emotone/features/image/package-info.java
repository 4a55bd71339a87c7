/**
 * Features as pictures, for networks that read pictures and for people: made from the matrix, pixel
 * by pixel, with no plotting library, axis or margin.
 */
@NullMarked
package org.emotone.features.image;

import org.jspecify.annotations.NullMarked;
