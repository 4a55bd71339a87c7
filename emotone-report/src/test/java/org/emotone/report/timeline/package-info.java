@NullMarked
package org.emotone.report.timeline;

import org.jspecify.annotations.NullMarked;
