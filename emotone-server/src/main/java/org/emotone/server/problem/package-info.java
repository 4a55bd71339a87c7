/**
 * What goes wrong between client and server: stable codes, and problems by RFC 9457. Knows nothing
 * of HTTP frameworks.
 */
@NullMarked
package org.emotone.server.problem;

import org.jspecify.annotations.NullMarked;
