"""The Keras half of training_side_by_side.py: trains an epoch for each line on standard input.

    python training_keras.py CLIPS NETWORK

The networks are those of src/main/resources/org/emotone/benchmarks, as a user of Keras writes them.
"""

import os
import sys
import time

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
import tensorflow as tf
from keras import layers, ops

FRAMES, BANDS, CLASSES, BATCH = 200, 64, 8, 32


def conv(x, filters, kernel, stride, padding):
    x = layers.ZeroPadding2D(padding)(x)
    return layers.BatchNormalization(epsilon=1e-5, momentum=0.9)(
        layers.Conv2D(filters, kernel, stride, use_bias=False)(x))


def block(x, filters, stride):
    body = layers.ReLU()(conv(x, filters, 3, stride, 1))
    body = conv(body, filters, 3, 1, 1)
    return layers.ReLU()(layers.add([body, conv(x, filters, 1, stride, 0)]))


class Statistics(layers.Layer):
    """Mean and deviation."""

    def call(self, x):
        mean, variance = ops.moments(x, (1, 2))
        return ops.concatenate([mean, ops.sqrt(ops.maximum(variance, 1e-5))], 1)


def cnn2d(x):
    # [time][frequency], so kernels and strides are the other way round than in the YAML
    x = layers.Reshape((FRAMES, BANDS, 1))(x)
    x = layers.ReLU()(conv(x, 24, (5, 3), (2, 1), (2, 1)))
    x = block(block(block(x, 32, (2, 2)), 64, (2, 2)), 128, (1, 2))
    return Statistics()(x)


def blstm(x):
    for _ in range(2):
        x = layers.Bidirectional(layers.LSTM(128, return_sequences=True))(x)
    return layers.GlobalAveragePooling1D()(x)


class Places(layers.Layer):
    """Adds sines of the place."""

    def build(self, shape):
        steps = np.arange(shape[1])[:, None]
        rates = np.exp(np.arange(0, shape[2], 2) * (-np.log(10000.0) / shape[2]))
        places = np.stack([np.sin(steps * rates), np.cos(steps * rates)], 2)
        self.places = ops.convert_to_tensor(places.reshape(1, shape[1], shape[2]), "float32")

    def call(self, x):
        return x + self.places


def cnn_transformer(x):
    x = layers.ZeroPadding1D(2)(x)
    x = layers.Conv1D(128, 5, 2, use_bias=False)(x)
    x = Places()(layers.ReLU()(layers.BatchNormalization(epsilon=1e-5, momentum=0.9)(x)))
    for _ in range(2):
        attention = layers.MultiHeadAttention(4, 32, dropout=0.1)(x, x)
        x = layers.LayerNormalization(epsilon=1e-5)(x + layers.Dropout(0.1)(attention))
        wide = layers.Dropout(0.1)(layers.Dense(256, activation="relu")(x))
        x = layers.LayerNormalization(epsilon=1e-5)(x + layers.Dropout(0.1)(layers.Dense(128)(wide)))
    return layers.GlobalAveragePooling1D()(x)


class Clock(keras.callbacks.Callback):
    """Waits for a line before an epoch and tells its time after it."""

    def on_epoch_begin(self, epoch, logs=None):
        if not sys.stdin.readline():
            sys.exit()
        self.start, self.processor = time.perf_counter(), time.process_time()

    def on_epoch_end(self, epoch, logs=None):
        print(f"{time.perf_counter() - self.start:.6f} {time.process_time() - self.processor:.6f} {logs['loss']:.4f}",
              flush=True)


def main():
    clips, network = sys.argv[1:3]
    keras.utils.set_random_seed(1)
    x = np.fromfile(clips, "<f4").reshape(-1, FRAMES, BANDS)
    y = np.fromfile(clips + ".classes", np.uint8).astype(np.int64)
    inputs = keras.Input((FRAMES, BANDS))
    body = {"cnn2d": cnn2d, "blstm": blstm, "cnnTransformer": cnn_transformer}[network](inputs)
    model = keras.Model(inputs, layers.Dense(CLASSES)(body))
    model.compile(keras.optimizers.AdamW(0.001, weight_decay=0.01),
                  keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    print(sum(int(np.prod(v.shape)) for v in model.trainable_variables), flush=True)
    model.fit(x, y, BATCH, epochs=1_000_000, verbose=0, callbacks=[Clock()])


main()
