@NullMarked
package org.emotone.report.robustness;

import org.jspecify.annotations.NullMarked;
