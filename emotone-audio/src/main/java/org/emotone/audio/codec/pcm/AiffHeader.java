package org.emotone.audio.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;
import org.emotone.audio.RawFormat;
import org.emotone.audio.SampleFormat;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the audio of AIFF (Apple, Audio Interchange File Format 1.3, 1989) and AIFF-C
 * (Apple, draft of 1991).
 *
 * @param format how samples lie in the file
 * @param dataBytes bytes of audio; −1 where the writer could not know
 */
record AiffHeader(RawFormat format, long dataBytes) {
  private static final int COMMON_BYTES = 18;
  private static final int COMPRESSION_BYTES = 22;

  /** What writers that stream give as a size: no number of frames. */
  private static final long PLACEHOLDER = 0x7FFF_F000L;

  /** Reads up to the first byte of audio. */
  static AiffHeader read(AudioSource in) throws IOException {
    boolean compressed = take(in, 12).get(11) == 'C';
    Common common = null;
    while (true) {
      ByteBuffer chunk = take(in, 8);
      String id = ascii(chunk, 0);
      long size = Integer.toUnsignedLong(chunk.getInt(4));
      if (id.equals("SSND")) {
        return of(in, common, size);
      } else if (id.equals("COMM")) {
        common = common(in, size, compressed);
      } else if (!in.pass(size + (size & 1))) {
        throw in.cut("AIFF");
      }
    }
  }

  /** How samples lie in the file, and how many frames there are. */
  private record Common(RawFormat format, long frames) {}

  private static AiffHeader of(AudioSource in, @Nullable Common common, long size)
      throws IOException {
    if (common == null) {
      throw in.damaged("AIFF has its audio before its format");
    }
    long offset = Integer.toUnsignedLong(take(in, 8).getInt(0));
    if (!in.pass(offset)) {
      throw in.cut("AIFF");
    }
    long frameBytes = (long) common.format().channels() * common.format().samples().bytes();
    long counted = common.frames() * frameBytes;
    boolean unknown = size == 0 || (size >= PLACEHOLDER && in.remaining() < size - 8 - offset);
    if (unknown) {
      return new AiffHeader(common.format(), -1);
    }
    if (size < 8 + offset) {
      throw in.damaged("AIFF has an audio chunk of %d bytes".formatted(size));
    }
    long present = size - 8 - offset;
    return new AiffHeader(
        common.format(), common.frames() == 0 ? present : Math.min(present, counted));
  }

  private static Common common(AudioSource in, long size, boolean compressed) throws IOException {
    int kept = compressed ? COMPRESSION_BYTES : COMMON_BYTES;
    if (size < kept) {
      throw in.damaged(
          "AIFF has a format chunk of %d bytes, expected at least %d".formatted(size, kept));
    }
    ByteBuffer chunk = take(in, kept);
    if (!in.pass(size + (size & 1) - kept)) {
      throw in.cut("AIFF");
    }
    int channels = Short.toUnsignedInt(chunk.getShort(0));
    long frames = Integer.toUnsignedLong(chunk.getInt(2));
    int bits = Short.toUnsignedInt(chunk.getShort(6));
    double rate = extended(chunk.getShort(8), chunk.getLong(10));
    SampleFormat samples = samples(in, compressed ? ascii(chunk, 18) : "NONE", bits);
    long wholeRate = rate >= 0 && rate < 1e9 ? Math.round(rate) : -1;
    in.checkFormat(channels, wholeRate);
    return new Common(new RawFormat(samples, (int) wholeRate, channels), frames);
  }

  /** An 80-bit number of IEEE 754: sign and exponent, then 64 bits with their leading one. */
  private static double extended(short signAndExponent, long mantissa) {
    double value = (mantissa >>> 1) * 2.0 + (mantissa & 1);
    double magnitude = Math.scalb(value, (signAndExponent & 0x7FFF) - 16383 - 63);
    return signAndExponent < 0 ? -magnitude : magnitude;
  }

  private static SampleFormat samples(AudioSource in, String compression, int bits)
      throws AudioException {
    int bytes = (bits + 7) / 8;
    return switch (compression.toLowerCase(Locale.ROOT)) {
      case "none", "twos" -> integers(in, bytes, bits, true);
      case "sowt" -> integers(in, bytes, bits, false);
      case "in24" -> SampleFormat.S24BE;
      case "in32" -> SampleFormat.S32BE;
      case "42ni" -> SampleFormat.S24LE;
      case "23ni" -> SampleFormat.S32LE;
      case "raw " -> SampleFormat.U8;
      case "fl32" -> SampleFormat.F32BE;
      case "fl64" -> SampleFormat.F64BE;
      case "alaw" -> SampleFormat.ALAW;
      case "ulaw" -> SampleFormat.ULAW;
      default ->
          throw in.unsupported(
              "AIFF-C holds audio of kind '%s'; supported are integers, floats, A-law and µ-law"
                  .formatted(compression.replaceAll("[^ -~]", "?")));
    };
  }

  private static SampleFormat integers(AudioSource in, int bytes, int bits, boolean big)
      throws AudioException {
    return switch (bytes) {
      case 1 -> SampleFormat.S8;
      case 2 -> big ? SampleFormat.S16BE : SampleFormat.S16LE;
      case 3 -> big ? SampleFormat.S24BE : SampleFormat.S24LE;
      case 4 -> big ? SampleFormat.S32BE : SampleFormat.S32LE;
      default ->
          throw in.damaged("AIFF says %d bits per sample, possible are 1 to 32".formatted(bits));
    };
  }

  private static String ascii(ByteBuffer bytes, int at) {
    byte[] four = new byte[4];
    bytes.get(at, four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }

  private static ByteBuffer take(AudioSource in, int bytes) throws IOException {
    byte[] taken = new byte[bytes];
    if (in.fill(taken) < bytes) {
      throw in.cut("AIFF");
    }
    return ByteBuffer.wrap(taken);
  }
}
