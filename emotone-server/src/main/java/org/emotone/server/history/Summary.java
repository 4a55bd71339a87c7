package org.emotone.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A recognition as a line of a list.
 *
 * @param id its id
 * @param created when it was made
 * @param file what the client called the recording
 * @param emotion the most probable class of the model
 * @param confidence its probability, 0 to 1
 * @param certain whether the answer may be shown as such
 * @param seconds length of the recording
 * @param model name and id of the model
 * @param hasTimeline whether there is a timeline
 * @param audioKept whether the audio is kept
 * @param feedback the last label that somebody gave it; null if nobody has
 */
public record Summary(
    String id,
    Instant created,
    String file,
    String emotion,
    double confidence,
    boolean certain,
    double seconds,
    String model,
    boolean hasTimeline,
    boolean audioKept,
    @Nullable String feedback) {}
