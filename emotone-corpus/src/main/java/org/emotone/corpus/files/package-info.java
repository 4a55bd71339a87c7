/**
 * Audio files under a folder, and the lists that lie beside them. What they mean is for the readers
 * to say.
 */
@NullMarked
package org.emotone.corpus.files;

import org.jspecify.annotations.NullMarked;
