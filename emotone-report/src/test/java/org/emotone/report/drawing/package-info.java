@NullMarked
package org.emotone.report.drawing;

import org.jspecify.annotations.NullMarked;
