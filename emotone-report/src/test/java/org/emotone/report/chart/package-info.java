@NullMarked
package org.emotone.report.chart;

import org.jspecify.annotations.NullMarked;
