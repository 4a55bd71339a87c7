/**
 * Event files that TensorBoard opens: scalars, texts and pictures of a run, written while it goes
 * on and read back.
 *
 * <p>Only what a run has to tell is written; graphs, histograms and embeddings are not.
 */
@NullMarked
package org.emotone.report.tensorboard;

import org.jspecify.annotations.NullMarked;
