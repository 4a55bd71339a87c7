/**
 * The server: puts its parts together, starts and stops. What it speaks is written down in {@code
 * openapi.yaml} and {@code asyncapi.yaml}.
 */
@NullMarked
package org.emotone.server;

import org.jspecify.annotations.NullMarked;
