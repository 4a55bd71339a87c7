/** What published systems come to here, as a page. */
@NullMarked
package org.emotone.report.reproduction;

import org.jspecify.annotations.NullMarked;
