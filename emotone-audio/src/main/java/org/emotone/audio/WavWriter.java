package org.emotone.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes 16-bit PCM WAV, mono. Amplitudes are multiplied by 32768, rounded to the nearest integer
 * (halves upwards) and clipped to −32768 … 32767; no dither is added. So 16-bit audio that was read
 * is written back bit by bit.
 */
public final class WavWriter {
  private static final int HEADER_BYTES = 44;
  private static final int BLOCK_SAMPLES = 8192;
  private static final int MAX_SAMPLES = (Integer.MAX_VALUE - HEADER_BYTES) / 2;

  private WavWriter() {}

  /**
   * Writes a file, or replaces it.
   *
   * @throws IllegalArgumentException if a sample is not finite, or the file would exceed 2 GiB
   */
  public static void write(Path file, Waveform waveform) throws IOException {
    check(waveform.samples());
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, waveform);
    }
  }

  /**
   * Writes what a file would hold; the stream stays open.
   *
   * @throws IllegalArgumentException if a sample is not finite, or there are more than 2 GiB
   */
  public static void write(OutputStream out, Waveform waveform) throws IOException {
    float[] samples = waveform.samples();
    check(samples);
    out.write(header(samples.length, waveform.sampleRate()));
    ByteBuffer block = ByteBuffer.allocate(2 * BLOCK_SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      if (!block.hasRemaining()) {
        out.write(block.array(), 0, block.position());
        block.clear();
      }
      block.putShort(toShort(sample));
    }
    out.write(block.array(), 0, block.position());
  }

  private static void check(float[] samples) {
    if (samples.length > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "a WAV file holds at most %d samples, got %d".formatted(MAX_SAMPLES, samples.length));
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException("sample %d is %s".formatted(i, samples[i]));
      }
    }
  }

  private static short toShort(float sample) {
    return (short)
        Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 0x1p15)));
  }

  private static byte[] header(int samples, int sampleRate) {
    return ByteBuffer.allocate(HEADER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(HEADER_BYTES - 8 + 2 * samples)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(sampleRate)
        .putInt(2 * sampleRate)
        .putShort((short) 2)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt(2 * samples)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
