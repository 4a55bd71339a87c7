package org.emotone.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What stands before the audio of a RIFF/WAVE file (Microsoft and IBM, Multimedia Programming
 * Interface and Data Specifications 1.0, 1991; WAVEFORMATEXTENSIBLE: Microsoft, 2001).
 *
 * @param format how a sample is coded
 * @param channels channels of a frame
 * @param sampleRate frames per second in Hz
 * @param dataBytes bytes of audio as declared; −1 where the writer could not know and the audio
 *     goes on to the end of the file
 */
record WavHeader(SampleFormat format, int channels, int sampleRate, long dataBytes) {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Longest format chunk that has meaning here; the rest of a longer one is passed over. */
  private static final int FORMAT_BYTES = 40;

  private static final int MIN_FORMAT_BYTES = 16;

  /**
   * Sizes from here on are placeholders of writers that stream (SoX: 0x7FFFF000 and above, FFmpeg:
   * 0xFFFFFFFF) unless the file is really that long.
   */
  private static final long PLACEHOLDER = 0x7FFF_F000L;

  /** Reads up to the first byte of audio. */
  static WavHeader read(Source in) throws IOException {
    byte[] riff = new byte[12];
    if (in.fill(riff) < riff.length) {
      throw cut(in);
    }
    long riffBytes = Integer.toUnsignedLong(little(riff).getInt(4));
    ByteBuffer format = null;
    while (true) {
      byte[] chunk = new byte[8];
      if (in.fill(chunk) < chunk.length) {
        throw cut(in);
      }
      String id = new String(chunk, 0, 4, StandardCharsets.ISO_8859_1);
      long size = Integer.toUnsignedLong(little(chunk).getInt(4));
      if (id.equals("data")) {
        if (format == null) {
          throw new DamagedAudioException(
              in.name() + ": WAV has its audio before its format; export it again");
        }
        return of(in, format, dataBytes(in, size, riffBytes + 8));
      } else if (id.equals("fmt ")) {
        format = formatChunk(in, size);
      } else if (!in.pass(size + (size & 1))) {
        throw cut(in);
      }
    }
  }

  private static ByteBuffer formatChunk(Source in, long size) throws IOException {
    if (size < MIN_FORMAT_BYTES) {
      throw new DamagedAudioException(
          "%s: WAV has a format chunk of %d bytes, expected at least %d"
              .formatted(in.name(), size, MIN_FORMAT_BYTES));
    }
    byte[] chunk = new byte[(int) Math.min(size, FORMAT_BYTES)];
    if (in.fill(chunk) < chunk.length || !in.pass(size + (size & 1) - chunk.length)) {
      throw cut(in);
    }
    return little(chunk);
  }

  private static long dataBytes(Source in, long declared, long riffEnd) {
    boolean riffUnknown = riffEnd == 8 || riffEnd - 8 >= PLACEHOLDER;
    if (declared == 0 && (riffUnknown || riffEnd <= in.position())) {
      return -1;
    }
    return declared >= PLACEHOLDER && in.remaining() < declared ? -1 : declared;
  }

  private static WavHeader of(Source in, ByteBuffer chunk, long dataBytes) throws AudioException {
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    if (tag == EXTENSIBLE && chunk.capacity() >= 26) {
      tag = Short.toUnsignedInt(chunk.getShort(24));
    }
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    long rate = Integer.toUnsignedLong(chunk.getInt(4));
    int frameBytes = Short.toUnsignedInt(chunk.getShort(12));
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    in.limits().checkFormat(in.name(), channels, rate);
    SampleFormat format = format(in.name(), tag, bits);
    if (frameBytes != channels * format.bytes()) {
      throw new DamagedAudioException(
          "%s: WAV says %d bytes per frame, but %d channels of %d bits take %d"
              .formatted(in.name(), frameBytes, channels, bits, channels * format.bytes()));
    }
    return new WavHeader(format, channels, (int) rate, dataBytes);
  }

  private static SampleFormat format(String name, int tag, int bits) throws AudioException {
    if (tag == PCM && bits >= 1 && bits <= 32) {
      return switch ((bits + 7) / 8) {
        case 1 -> SampleFormat.U8;
        case 2 -> SampleFormat.S16;
        case 3 -> SampleFormat.S24;
        default -> SampleFormat.S32;
      };
    }
    if (tag == IEEE_FLOAT && bits == 32) {
      return SampleFormat.F32;
    }
    if (tag == IEEE_FLOAT && bits == 64) {
      return SampleFormat.F64;
    }
    throw new UnsupportedAudioException(
        ("%s: WAV holds %d-bit audio of kind 0x%04X; supported are 8, 16, 24 and 32-bit PCM and"
                + " 32 and 64-bit float: convert it first")
            .formatted(name, bits, tag));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static TruncatedAudioException cut(Source in) {
    return new TruncatedAudioException(
        "%s: WAV ends after %s bytes, before its audio begins; is the download complete?"
            .formatted(in.name(), AudioLimits.grouped(in.position())));
  }
}
