/**
 * Networks as data: a sealed family of {@link org.emotone.network.Layer} records, and the {@link
 * org.emotone.network.Operations} that interpret them.
 *
 * <p>A layer states its parameters and its forward pass once. One interpreter infers shapes and
 * collects the parameters, one writes ONNX, and one (in the training module) computes with
 * LibTorch; so what is trained is what is shipped. Nothing here uses a native library.
 */
@NullMarked
package org.emotone.network;

import org.jspecify.annotations.NullMarked;
