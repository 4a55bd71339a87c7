package org.emotone;

/**
 * What a recognition took, by the clock.
 *
 * @param features seconds that went into features
 * @param network seconds that went into the network
 * @param total seconds in all, with reading, decoding, resampling and measuring
 */
public record Timings(double features, double network, double total) {

  Timings dividedBy(int number) {
    return new Timings(features / number, network / number, total / number);
  }

  /** Adds up what the parts of a recognition take. */
  static final class Stopwatch {
    private final long began = System.nanoTime();
    private long features;
    private long network;

    /** Begins. */
    static Stopwatch started() {
      return new Stopwatch();
    }

    /** Counts the time since then as spent on features. */
    void featuresSince(long then) {
      features += System.nanoTime() - then;
    }

    /** Counts the time since then as spent on the network. */
    void networkSince(long then) {
      network += System.nanoTime() - then;
    }

    Timings timings() {
      return new Timings(features / 1e9, network / 1e9, (System.nanoTime() - began) / 1e9);
    }
  }
}
