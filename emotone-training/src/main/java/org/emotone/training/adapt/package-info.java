/**
 * Adapting a trained model to one voice or channel by a few clips of it. It changes what comes
 * after the network's last hidden layer and never the layers before: a few clips cannot teach those
 * anything.
 */
@NullMarked
package org.emotone.training.adapt;

import org.jspecify.annotations.NullMarked;
