@NullMarked
package org.emotone.report;

import org.jspecify.annotations.NullMarked;
