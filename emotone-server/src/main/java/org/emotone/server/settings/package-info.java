/** What a server is told when it starts: where it listens, what it allows, what it keeps. */
@NullMarked
package org.emotone.server.settings;

import org.jspecify.annotations.NullMarked;
