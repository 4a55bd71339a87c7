package org.emotone.network;

/**
 * A tensor of an ONNX graph.
 *
 * @param name unique in the graph
 * @param shape −1 where dynamic
 */
record OnnxValue(String name, long[] shape) {}
