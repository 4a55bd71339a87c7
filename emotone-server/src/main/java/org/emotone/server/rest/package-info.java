/** The REST interface: reads requests, writes answers and problems, as openapi.yaml says. */
@NullMarked
package org.emotone.server.rest;

import org.jspecify.annotations.NullMarked;
