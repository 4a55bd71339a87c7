/**
 * Points of many dimensions in a plane, and how much groups of them keep together: principal
 * components, t-SNE, nearest neighbours and silhouettes.
 *
 * <p>Knows nothing of sound. Everything is deterministic: nothing is drawn at random.
 */
@NullMarked
package org.emotone.report.embedding;

import org.jspecify.annotations.NullMarked;
