/**
 * Divides clips into training, validation and test, and says what these share. Whatever may see
 * only training clips takes a {@link org.emotone.corpus.split.TrainingSet}, which nothing but a
 * {@link org.emotone.corpus.split.Split} makes.
 */
@NullMarked
package org.emotone.corpus.split;

import org.jspecify.annotations.NullMarked;
