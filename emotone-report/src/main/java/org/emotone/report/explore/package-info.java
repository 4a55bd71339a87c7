/**
 * A look at corpora: what they hold, how they sound, and what of that a recogniser could learn by
 * mistake, as a page for people.
 *
 * <p>{@link org.emotone.report.explore.Explorer} measures, the sections say what was found, and
 * {@link org.emotone.report.explore.ExplorePage} writes it down. It judges no model.
 */
@NullMarked
package org.emotone.report.explore;

import org.jspecify.annotations.NullMarked;
