/**
 * Experiments as files: everything that defines a training, read from YAML and checked, so that
 * every mistake is one line which names the file, the line, the key and what is allowed.
 *
 * <p>A recipe says what to do; it does not know where corpora lie on this machine, nor how training
 * is done.
 */
@NullMarked
package org.emotone.training.recipe;

import org.jspecify.annotations.NullMarked;
