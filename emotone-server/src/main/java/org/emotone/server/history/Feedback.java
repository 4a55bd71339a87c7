package org.emotone.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says that a recording really was.
 *
 * @param id its id, which grows with time
 * @param recognition the id of the recognition that it is about
 * @param created when it was given
 * @param label the class or emotion
 * @param speaker who speaks, by any name; null if unknown
 */
public record Feedback(
    String id, String recognition, Instant created, String label, @Nullable String speaker) {}
