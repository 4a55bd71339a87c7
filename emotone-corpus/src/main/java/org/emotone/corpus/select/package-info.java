/**
 * Chooses clips, evens them out and weighs them, by what is stated of them and a seed: never by how
 * well a model does on them.
 */
@NullMarked
package org.emotone.corpus.select;

import org.jspecify.annotations.NullMarked;
