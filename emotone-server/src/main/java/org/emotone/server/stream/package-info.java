/**
 * Live sound over WebSocket, as asyncapi.yaml says: sessions that outlive a broken connection,
 * their limits and their messages.
 */
@NullMarked
package org.emotone.server.stream;

import org.jspecify.annotations.NullMarked;
