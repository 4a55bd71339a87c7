/**
 * Recognising what clients send: models, options, a bounded pool of workers, views of the answers.
 * Knows nothing of HTTP.
 */
@NullMarked
package org.emotone.server.recognition;

import org.jspecify.annotations.NullMarked;
