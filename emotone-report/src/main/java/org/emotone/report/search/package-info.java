/** What a search has found, as a page. */
@NullMarked
package org.emotone.report.search;

import org.jspecify.annotations.NullMarked;
