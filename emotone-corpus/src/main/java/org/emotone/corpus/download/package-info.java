/**
 * Fetching corpora from their official sources: which there are and under which terms, downloads
 * that go on where they stopped, and sums that say whether the bytes are the published ones.
 *
 * <p>The sources are data ({@code sources.json}); a corpus without a verified address, or one
 * behind a form, has instructions instead. Nothing is fetched before its licence was accepted. This
 * package knows neither the readers of the corpora nor the command line.
 */
@NullMarked
package org.emotone.corpus.download;

import org.jspecify.annotations.NullMarked;
