/** The sets of features that people ask for by name, from a recording as it is read. */
@NullMarked
package org.emotone.features.set;

import org.jspecify.annotations.NullMarked;
