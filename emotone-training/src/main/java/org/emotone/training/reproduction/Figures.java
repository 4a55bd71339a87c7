package org.emotone.training.reproduction;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.emotone.training.evaluation.Interval;
import org.emotone.training.evaluation.Spread;
import org.jspecify.annotations.Nullable;

/**
 * What a system reaches under one protocol.
 *
 * @param accuracy over the seeds; with folds, of each seed all its tests together
 * @param uar likewise
 * @param uarOverFolds over the folds, of each the mean over the seeds; null without folds
 * @param calibrationError ECE over 15 bins, over the seeds as the accuracy
 * @param interval of the UAR over speakers, of all tests together; null of several draws
 * @param folds how many tests each seed has
 * @param clips how many clips a seed tests
 * @param protocol how it was measured, in words
 * @param overlap what training and test share, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figures(
    @JsonProperty(required = true) Spread accuracy,
    @JsonProperty(required = true) Spread uar,
    @Nullable Spread uarOverFolds,
    @JsonProperty(required = true) Spread calibrationError,
    @Nullable Interval interval,
    @JsonProperty(required = true) int folds,
    @JsonProperty(required = true) int clips,
    @JsonProperty(required = true) String protocol,
    @JsonProperty(required = true) String overlap) {}
