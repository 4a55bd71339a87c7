/**
 * Classifiers of clips that are described by a row of functionals, or by frames: support vectors,
 * trees, Gaussians and their like. A {@link org.emotone.training.classical.Classifier} is data, as
 * a network is; fitted, it becomes a model that is computed twice, here in double precision and as
 * an ONNX graph, which is what is shipped. It knows neither recipes nor corpora.
 */
@NullMarked
package org.emotone.training.classical;

import org.jspecify.annotations.NullMarked;
