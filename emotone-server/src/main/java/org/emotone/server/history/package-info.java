/**
 * What is kept: recognitions and feedback in a database, audio in files beside it. Knows nothing of
 * HTTP.
 */
@NullMarked
package org.emotone.server.history;

import org.jspecify.annotations.NullMarked;
