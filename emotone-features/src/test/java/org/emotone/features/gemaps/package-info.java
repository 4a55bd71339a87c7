@NullMarked
package org.emotone.features.gemaps;

import org.jspecify.annotations.NullMarked;
