/**
 * Which clips belong to which class of an experiment. A scheme looks at what a corpus states of a
 * clip, never at its sound.
 */
@NullMarked
package org.emotone.corpus.label;

import org.jspecify.annotations.NullMarked;
