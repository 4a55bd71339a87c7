package org.emotone.server.history;

import java.time.Instant;
import org.emotone.server.recognition.Heard;

/**
 * A recognition of the history.
 *
 * @param id its id, which grows with time
 * @param created when it was made
 * @param name what the client called the recording, up to 200 characters
 * @param audioKept whether its audio is kept
 * @param heard all that was heard
 */
public record Entry(String id, Instant created, String name, boolean audioKept, Heard heard) {}
