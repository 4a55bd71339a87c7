package org.emotone.training.classical;

import java.util.function.Supplier;

/**
 * A classifier with one value for each of its parameters.
 *
 * @param words the values that may differ, such as {@code c 0.1}; the kind where none may
 * @param fit fits it, which may take its time
 */
public record Candidate(String words, Supplier<ClassicalModel> fit) {}
