/**
 * Who speaks when: voices of a recording told apart by the embeddings of a network that learned to
 * know speakers, and gathered by clustering. It knows nobody by name.
 */
@NullMarked
package org.emotone.speaker;

import org.jspecify.annotations.NullMarked;
