/**
 * How the learning rate moves during training, and which measure of an epoch is watched for it.
 * Pure arithmetic: what a schedule says depends on where training stands and on the epochs that
 * have ended, so that it needs no state of its own in a checkpoint.
 */
@NullMarked
package org.emotone.training.schedule;

import org.jspecify.annotations.NullMarked;
