/** Checks of parameters and samples, shared by the packages of features; knows none of them. */
@NullMarked
package org.emotone.features.check;

import org.jspecify.annotations.NullMarked;
