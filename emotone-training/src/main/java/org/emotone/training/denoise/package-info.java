/**
 * Networks that take noise out of speech: how they are trained on mixtures that are made as they
 * are needed, and what they gain on speakers that they never heard.
 *
 * <p>What runs a trained one is {@link org.emotone.Denoiser}, which needs nothing of this.
 */
@NullMarked
package org.emotone.training.denoise;

import org.jspecify.annotations.NullMarked;
