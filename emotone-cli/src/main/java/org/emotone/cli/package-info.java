/**
 * The command line: one class per command, each a thin layer of options and printing over the
 * modules that do the work.
 *
 * <p>Results go to standard output, everything else to standard error. Exit codes: 0 fine, 1
 * failure, 2 wrong usage.
 */
@NullMarked
package org.emotone.cli;

import org.jspecify.annotations.NullMarked;
