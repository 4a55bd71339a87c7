package org.emotone.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Sounds and reading them, for tests. */
final class Sounds {
  private Sounds() {}

  static Waveform sine(double hz, double amplitude, int sampleRate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / sampleRate));
    }
    return new Waveform(samples, sampleRate);
  }

  /** A fixture that {@code fixtures.sh} made. */
  static byte[] fixture(String name) {
    try (InputStream in = Sounds.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "no fixture " + name + "; run src/test/scripts/fixtures.sh");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean hasFixture(String name) {
    return Sounds.class.getResource(name) != null;
  }

  static Waveform read(byte[] file) throws IOException {
    return Audio.read(new ByteArrayInputStream(file), "clip", AudioLimits.DEFAULT);
  }

  static AudioStream open(byte[] file) throws IOException {
    return Audio.open(new ByteArrayInputStream(file), "clip", AudioLimits.DEFAULT);
  }

  /** Energy of what differs over the energy of what is expected, in dB. */
  static double errorDb(float[] expected, float[] actual, int from, int to) {
    double error = 0;
    double signal = 0;
    for (int i = from; i < to; i++) {
      error += Math.pow((double) actual[i] - expected[i], 2);
      signal += Math.pow(expected[i], 2);
    }
    return 10 * Math.log10(error / signal);
  }
}
