@NullMarked
package org.emotone.features.voice;

import org.jspecify.annotations.NullMarked;
