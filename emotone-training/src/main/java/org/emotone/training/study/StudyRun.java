package org.emotone.training.study;

import org.emotone.training.recipe.Recipe;

/**
 * One run of a study.
 *
 * @param name of its folder, unique in the study
 * @param recipe what it does
 */
public record StudyRun(String name, Recipe recipe) {}
