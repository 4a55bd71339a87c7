package org.emotone.training.run;

import org.emotone.training.engine.TrainingResult;

/**
 * What was learned, as it is shipped.
 *
 * @param network as ONNX
 * @param calibrating as ONNX, what the temperature is found with: the network, or the classifier
 *     before it was fitted again on the validation, too
 * @param parameters how many values were learned
 * @param result the epochs; of a classifier the candidates
 */
record Learned(byte[] network, byte[] calibrating, long parameters, TrainingResult result) {}
