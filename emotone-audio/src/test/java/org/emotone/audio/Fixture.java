package org.emotone.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A sound that {@code conformance.sh} made.
 *
 * @param name file name, which begins with the format
 * @param sampleRate in Hz, as FFmpeg reports it
 * @param channels as FFmpeg reports them
 */
record Fixture(String name, int sampleRate, int channels) {

  static List<Fixture> all() {
    return new String(Sounds.fixture("conformance/index.csv"), StandardCharsets.US_ASCII)
        .lines()
        .map(line -> line.split(","))
        .map(cells -> new Fixture(cells[0], Integer.parseInt(cells[1]), Integer.parseInt(cells[2])))
        .toList();
  }

  byte[] bytes() {
    return Sounds.fixture("conformance/" + name);
  }

  /** What FFmpeg decodes, interleaved. */
  float[] reference() {
    boolean floats = Sounds.hasFixture("conformance/" + name + ".f32.gz");
    byte[] packed = Sounds.fixture("conformance/" + name + (floats ? ".f32.gz" : ".s16.gz"));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.capacity() / (floats ? 4 : 2)];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = floats ? bytes.getFloat() : bytes.getShort() * 0x1p-15f;
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
