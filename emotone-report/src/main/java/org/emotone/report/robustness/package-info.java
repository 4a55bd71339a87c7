/** How far a model can be trusted when recordings are bad, as a page. */
@NullMarked
package org.emotone.report.robustness;

import org.jspecify.annotations.NullMarked;
