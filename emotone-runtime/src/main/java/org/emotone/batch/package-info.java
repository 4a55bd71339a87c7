/**
 * Work on more recordings than one process can hear: what is asked for, and who does it.
 *
 * <p>This says what a batch is and knows no engine. One is found on the class path by {@link
 * java.util.ServiceLoader}; {@code emotone-spark} brings one.
 */
@NullMarked
package org.emotone.batch;

import org.jspecify.annotations.NullMarked;
