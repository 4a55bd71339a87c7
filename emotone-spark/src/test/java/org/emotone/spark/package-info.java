/** Tests on Spark in this process, with two cores. */
@NullMarked
package org.emotone.spark;

import org.jspecify.annotations.NullMarked;
