/**
 * Unpacking of archives that somebody else made, without trusting a word in them.
 *
 * <p>Nothing in an archive decides where a file goes outside the chosen folder, how much is
 * written, or what kind of file it becomes: names are checked, links and devices are refused, sizes
 * are counted while they are written, and everything lands in a staging folder first. It knows
 * nothing of corpora or of the network.
 */
@NullMarked
package org.emotone.corpus.download.archive;

import org.jspecify.annotations.NullMarked;
