/**
 * How good timelines are: talk put together of clips whose emotions are known, and how far what is
 * heard in it is from that. It knows nothing of how networks are trained.
 */
@NullMarked
package org.emotone.training.timeline;

import org.jspecify.annotations.NullMarked;
