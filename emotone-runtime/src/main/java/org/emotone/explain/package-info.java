/**
 * Why a model answered as it did: the regions of its input that the answer rests on, and how the
 * voice differs from neutral ones. It works on any model, by asking it again with something taken
 * away, and knows nothing of what is inside one.
 */
@NullMarked
package org.emotone.explain;

import org.jspecify.annotations.NullMarked;
