@NullMarked
package org.emotone.report.run;

import org.jspecify.annotations.NullMarked;
