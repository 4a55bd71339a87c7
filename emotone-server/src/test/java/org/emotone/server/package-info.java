@NullMarked
package org.emotone.server;

import org.jspecify.annotations.NullMarked;
