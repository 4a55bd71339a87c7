/**
 * What stands before every request: hosts, origins, tokens, rates, security headers. Knows nothing
 * of recognition.
 */
@NullMarked
package org.emotone.server.guard;

import org.jspecify.annotations.NullMarked;
