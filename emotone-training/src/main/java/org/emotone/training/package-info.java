/**
 * Training and measuring recognisers.
 *
 * <p>A {@link org.emotone.training.recipe recipe} says what to do, {@link
 * org.emotone.training.cache} prepares features, the engine trains, {@link
 * org.emotone.training.evaluation} measures, and {@link org.emotone.training.run} does all of it
 * and keeps the record.
 */
@NullMarked
package org.emotone.training;

import org.jspecify.annotations.NullMarked;
