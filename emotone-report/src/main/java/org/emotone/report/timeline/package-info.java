/**
 * What is heard over time, to look at and to listen to: a picture of a timeline, and a page with a
 * player. It knows nothing of how a timeline comes about.
 */
@NullMarked
package org.emotone.report.timeline;

import org.jspecify.annotations.NullMarked;
