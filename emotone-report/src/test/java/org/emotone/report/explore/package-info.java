@NullMarked
package org.emotone.report.explore;

import org.jspecify.annotations.NullMarked;
