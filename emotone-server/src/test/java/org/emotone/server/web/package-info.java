@NullMarked
package org.emotone.server.web;

import org.jspecify.annotations.NullMarked;
