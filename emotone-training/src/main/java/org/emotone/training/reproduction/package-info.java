/**
 * Systems that others have published, run again: under the protocol that their figure comes from,
 * leaks included, and with speakers kept apart.
 *
 * <p>Knows what was published and how to sum up what comes out; how a recipe is run is the study's.
 */
@NullMarked
package org.emotone.training.reproduction;

import org.jspecify.annotations.NullMarked;
