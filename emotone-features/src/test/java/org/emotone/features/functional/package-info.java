@NullMarked
package org.emotone.features.functional;

import org.jspecify.annotations.NullMarked;
