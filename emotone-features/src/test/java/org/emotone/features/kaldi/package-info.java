/** Tests of the package of the same name. */
@NullMarked
package org.emotone.features.kaldi;

import org.jspecify.annotations.NullMarked;
