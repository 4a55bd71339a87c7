/**
 * The web application as files to serve: pages, scripts, style sheets, texts, the colours of
 * emotions and the libraries that the scripts use, all from the class path. It knows nothing of
 * recognitions and of HTTP servers but how an answer is headed.
 */
@NullMarked
package org.emotone.server.web;

import org.jspecify.annotations.NullMarked;
