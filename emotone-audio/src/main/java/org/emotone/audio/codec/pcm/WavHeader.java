package org.emotone.audio.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;
import org.emotone.audio.RawFormat;
import org.emotone.audio.SampleFormat;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the audio of a RIFF/WAVE file (Microsoft and IBM, Multimedia Programming
 * Interface and Data Specifications 1.0, 1991; WAVEFORMATEXTENSIBLE: Microsoft, 2001; RF64 and
 * BW64: EBU Tech 3306, ITU-R BS.2088).
 *
 * @param format how samples lie in the file
 * @param dataBytes bytes of audio as declared; −1 where the writer could not know and the audio
 *     goes on to the end of the file
 */
record WavHeader(RawFormat format, long dataBytes) {
  private static final int PCM = 1;
  private static final int IEEE_FLOAT = 3;
  private static final int ALAW = 6;
  private static final int ULAW = 7;
  private static final int EXTENSIBLE = 0xFFFE;

  /** Longest format chunk that has meaning here; the rest of a longer one is passed over. */
  private static final int FORMAT_BYTES = 40;

  private static final int MIN_FORMAT_BYTES = 16;

  /** Sizes of the file and of the audio in 64 bits; more may follow. */
  private static final int SIZES_BYTES = 16;

  /**
   * Sizes from here on are placeholders of writers that stream (SoX: 0x7FFFF000 and above, FFmpeg:
   * 0xFFFFFFFF) unless the file is really that long.
   */
  private static final long PLACEHOLDER = 0x7FFF_F000L;

  private static final long IN_64_BITS = 0xFFFF_FFFFL;

  /** Reads up to the first byte of audio. */
  static WavHeader read(AudioSource in) throws IOException {
    ByteBuffer riff = take(in, 12);
    boolean large = riff.get(0) != 'R' || riff.get(1) != 'I';
    long riffBytes = Integer.toUnsignedLong(riff.getInt(4));
    long largeData = -1;
    RawFormat format = null;
    while (true) {
      ByteBuffer chunk = take(in, 8);
      byte[] name = new byte[4];
      chunk.get(0, name);
      String id = new String(name, StandardCharsets.ISO_8859_1);
      long size = Integer.toUnsignedLong(chunk.getInt(4));
      if (id.equals("data")) {
        long declared = size == IN_64_BITS && largeData >= 0 ? largeData : size;
        return of(in, format, dataBytes(in, declared, riffBytes + 8));
      } else if (id.equals("fmt ")) {
        format = format(in, chunk(in, size, MIN_FORMAT_BYTES, FORMAT_BYTES, "format"));
      } else if (large && id.equals("ds64")) {
        largeData = chunk(in, size, SIZES_BYTES, SIZES_BYTES, "size").getLong(8);
        riffBytes = IN_64_BITS;
      } else if (!in.pass(size + (size & 1))) {
        throw in.cut("WAV");
      }
    }
  }

  /** Takes a chunk but holds no more of it than {@code kept} bytes. */
  private static ByteBuffer chunk(AudioSource in, long size, int least, int kept, String what)
      throws IOException {
    if (size < least) {
      throw in.damaged(
          "WAV has a %s chunk of %d bytes, expected at least %d".formatted(what, size, least));
    }
    ByteBuffer chunk = take(in, (int) Math.min(size, kept));
    if (!in.pass(size + (size & 1) - chunk.capacity())) {
      throw in.cut("WAV");
    }
    return chunk;
  }

  private static WavHeader of(AudioSource in, @Nullable RawFormat format, long dataBytes)
      throws AudioException {
    if (format == null) {
      throw in.damaged("WAV has its audio before its format");
    }
    return new WavHeader(format, dataBytes);
  }

  private static long dataBytes(AudioSource in, long declared, long riffEnd) throws AudioException {
    if (declared < 0) {
      throw in.damaged("WAV says %d bytes of audio".formatted(declared));
    }
    boolean riffUnknown = riffEnd == 8 || riffEnd - 8 >= PLACEHOLDER;
    if (declared == 0 && (riffUnknown || riffEnd <= in.position())) {
      return -1;
    }
    boolean placeholder = declared >= PLACEHOLDER && declared <= IN_64_BITS;
    return placeholder && in.remaining() < declared ? -1 : declared;
  }

  private static RawFormat format(AudioSource in, ByteBuffer chunk) throws AudioException {
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    if (tag == EXTENSIBLE && chunk.capacity() >= 26) {
      tag = Short.toUnsignedInt(chunk.getShort(24));
    }
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    long rate = Integer.toUnsignedLong(chunk.getInt(4));
    int frameBytes = Short.toUnsignedInt(chunk.getShort(12));
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    SampleFormat samples = samples(in, tag, bits);
    in.checkFormat(channels, rate);
    if (frameBytes != channels * samples.bytes()) {
      throw in.damaged(
          "WAV says %d bytes per frame, but %d channels of %d bits take %d"
              .formatted(frameBytes, channels, bits, channels * samples.bytes()));
    }
    return new RawFormat(samples, (int) rate, channels);
  }

  private static SampleFormat samples(AudioSource in, int tag, int bits) throws AudioException {
    if (tag == PCM && bits >= 1 && bits <= 32) {
      return switch ((bits + 7) / 8) {
        case 1 -> SampleFormat.U8;
        case 2 -> SampleFormat.S16LE;
        case 3 -> SampleFormat.S24LE;
        default -> SampleFormat.S32LE;
      };
    }
    if (tag == IEEE_FLOAT && (bits == 32 || bits == 64)) {
      return bits == 32 ? SampleFormat.F32LE : SampleFormat.F64LE;
    }
    if ((tag == ALAW || tag == ULAW) && bits == 8) {
      return tag == ALAW ? SampleFormat.ALAW : SampleFormat.ULAW;
    }
    throw in.unsupported(
        ("WAV holds %d-bit audio of kind 0x%04X; supported are PCM of 8 to 32 bits, 32 and 64-bit"
                + " float, A-law and µ-law")
            .formatted(bits, tag));
  }

  private static ByteBuffer take(AudioSource in, int bytes) throws IOException {
    byte[] taken = new byte[bytes];
    if (in.fill(taken) < bytes) {
      throw in.cut("WAV");
    }
    return ByteBuffer.wrap(taken).order(ByteOrder.LITTLE_ENDIAN);
  }
}
