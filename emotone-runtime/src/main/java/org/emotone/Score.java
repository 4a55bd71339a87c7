package org.emotone;

/**
 * How much a model believes in one of its classes.
 *
 * @param label the class, as the model's manifest spells it
 * @param probability calibrated, 0 to 1
 */
public record Score(String label, double probability) {}
