@NullMarked
package org.emotone.report.embedding;

import org.jspecify.annotations.NullMarked;
