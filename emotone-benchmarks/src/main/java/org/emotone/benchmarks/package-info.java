/** Measurements of speed; docs/benchmarks.md holds the figures and the commands. */
@NullMarked
package org.emotone.benchmarks;

import org.jspecify.annotations.NullMarked;
