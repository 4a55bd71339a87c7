@NullMarked
package org.emotone.report.tensorboard;

import org.jspecify.annotations.NullMarked;
