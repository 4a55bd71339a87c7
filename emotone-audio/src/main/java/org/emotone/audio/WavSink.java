package org.emotone.audio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a WAV file block by block, with any number of channels. The header, which needs the
 * length, is written again on closing. Not safe for use by several threads at once.
 */
public final class WavSink implements Closeable {

  /** How samples are written. */
  public enum Encoding {
    /** 16-bit integers as {@link WavWriter} writes them: rounded, and clipped at full scale. */
    S16(2, 1),

    /** 32-bit IEEE floats: nothing is lost. */
    F32(4, 3);

    private final int bytes;
    private final int tag;

    Encoding(int bytes, int tag) {
      this.bytes = bytes;
      this.tag = tag;
    }
  }

  private static final int HEADER_BYTES = 58;
  private static final int BLOCK_BYTES = 1 << 16;
  private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

  private final Path file;
  private final FileChannel out;
  private final int sampleRate;
  private final int channels;
  private final Encoding encoding;
  private final ByteBuffer block;
  private long bytes;

  /**
   * Begins a file, or replaces it.
   *
   * @param sampleRate in Hz, positive
   * @param channels 1 to 64
   */
  public WavSink(Path file, int sampleRate, int channels, Encoding encoding) throws IOException {
    if (sampleRate < 1 || channels < 1 || channels > 64) {
      throw new IllegalArgumentException(
          "a WAV file needs a positive rate and 1 to 64 channels, got %d Hz and %d"
              .formatted(sampleRate, channels));
    }
    this.file = file;
    this.sampleRate = sampleRate;
    this.channels = channels;
    this.encoding = encoding;
    block = ByteBuffer.allocate(BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    writeHeader();
  }

  /**
   * Writes the next frames.
   *
   * @param interleaved amplitudes, finite, the channels of a frame side by side
   * @param frames how many
   * @throws IOException if it cannot be written, or the file would exceed 4 GiB
   */
  public void write(float[] interleaved, int frames) throws IOException {
    int samples = frames * channels;
    bytes += (long) samples * encoding.bytes;
    if (bytes > MOST_BYTES) {
      throw new IOException(
          file + ": a WAV file holds at most 4 GiB; cut the recording into parts");
    }
    for (int i = 0; i < samples; i++) {
      if (block.remaining() < encoding.bytes) {
        flush();
      }
      switch (encoding) {
        case S16 -> block.putShort(toShort(interleaved[i]));
        case F32 -> block.putFloat(interleaved[i]);
      }
    }
  }

  private static short toShort(float sample) {
    return (short)
        Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample * 0x1p15)));
  }

  private void flush() throws IOException {
    block.flip();
    while (block.hasRemaining()) {
      out.write(block);
    }
    block.clear();
  }

  /** The header with a fact chunk, which every format but PCM needs and PCM may have. */
  private void writeHeader() throws IOException {
    int frameBytes = channels * encoding.bytes;
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(ascii("RIFF"))
            .putInt((int) (HEADER_BYTES - 8 + bytes))
            .put(ascii("WAVEfmt "))
            .putInt(18)
            .putShort((short) encoding.tag)
            .putShort((short) channels)
            .putInt(sampleRate)
            .putInt(sampleRate * frameBytes)
            .putShort((short) frameBytes)
            .putShort((short) (8 * encoding.bytes))
            .putShort((short) 0)
            .put(ascii("fact"))
            .putInt(4)
            .putInt((int) (bytes / frameBytes))
            .put(ascii("data"))
            .putInt((int) bytes)
            .flip();
    out.write(header, 0);
    if (out.position() < HEADER_BYTES) {
      out.position(HEADER_BYTES);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Completes the file. */
  @Override
  public void close() throws IOException {
    try (out) {
      flush();
      if (bytes % 2 == 1) {
        out.write(ByteBuffer.allocate(1));
      }
      writeHeader();
    }
  }
}
