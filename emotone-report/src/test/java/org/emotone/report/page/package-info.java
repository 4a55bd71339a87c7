@NullMarked
package org.emotone.report.page;

import org.jspecify.annotations.NullMarked;
