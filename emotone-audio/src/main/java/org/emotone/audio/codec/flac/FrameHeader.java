package org.emotone.audio.codec.flac;

import java.io.IOException;
import org.emotone.audio.AudioSource;

/**
 * The header of a frame (RFC 9639, 9.1).
 *
 * @param frames length of the block in frames, 1 to 65 536
 * @param assignment how channels are coded: up to 7 independently; {@link #LEFT_SIDE}, {@link
 *     #SIDE_RIGHT}, {@link #MID_SIDE}
 */
record FrameHeader(int frames, int assignment) {
  /** The second channel is the difference, left minus right. */
  static final int LEFT_SIDE = 8;

  /** The first channel is the difference, left minus right. */
  static final int SIDE_RIGHT = 9;

  /** The first channel is the mean, the second the difference. */
  static final int MID_SIDE = 10;

  private static final int SYNC = 0x7FFC;
  private static final int[] BITS = {0, 8, 12, 0, 16, 20, 24, 32};
  private static final int[] RATES = {
    0, 88_200, 176_400, 192_000, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
  };

  /** Reads a header, checks its sum and that it says what the stream information says. */
  static FrameHeader read(AudioSource in, FlacBits bits, StreamInfo info) throws IOException {
    return new Reading(in, bits).read(info);
  }

  /** Takes the bytes of a header one by one and sums them. */
  private static final class Reading {
    private final AudioSource in;
    private final FlacBits bits;
    private int crc;

    Reading(AudioSource in, FlacBits bits) {
      this.in = in;
      this.bits = bits;
    }

    FrameHeader read(StreamInfo info) throws IOException {
      int sync = (octet() << 8) | octet();
      if (sync >> 1 != SYNC) {
        throw in.damaged("FLAC has no frame where one should begin");
      }
      int sizes = octet();
      int format = octet();
      passNumber();
      int frames = frames(sizes >> 4);
      int rate = rate(sizes & 0xF, info.sampleRate());
      int expected = crc;
      if (bits.number(8) != expected) {
        throw in.damaged("FLAC frame has a header with a wrong checksum");
      }
      int assignment = format >> 4;
      int channels = assignment < 8 ? assignment + 1 : 2;
      int coded = (format >> 1) & 7;
      boolean possible = frames > 0 && rate > 0 && assignment <= MID_SIDE && coded != 3;
      int width = coded == 0 ? info.bits() : BITS[coded];
      if (!possible || (format & 1) != 0) {
        throw in.damaged("FLAC frame has a header that cannot be");
      }
      if (channels != info.channels() || width != info.bits() || rate != info.sampleRate()) {
        throw in.damaged(
            "FLAC frame has %d channels of %d bits at %d Hz, unlike the stream information"
                .formatted(channels, width, rate));
      }
      return new FrameHeader(frames, assignment);
    }

    private int octet() throws IOException {
      int value = bits.number(8);
      crc = Crc.add8(crc, value);
      return value;
    }

    /** The number of the frame or of its first sample, coded like a character of UTF-8. */
    private void passNumber() throws IOException {
      int first = octet();
      int ones = Integer.numberOfLeadingZeros(~(first << 24));
      if (ones == 1 || ones > 7) {
        throw in.damaged("FLAC frame has a number that cannot be");
      }
      for (int i = 1; i < ones; i++) {
        if (octet() >> 6 != 2) {
          throw in.damaged("FLAC frame has a number that cannot be");
        }
      }
    }

    private int frames(int code) throws IOException {
      return switch (code) {
        case 0 -> 0;
        case 1 -> 192;
        case 2, 3, 4, 5 -> 576 << (code - 2);
        case 6 -> octet() + 1;
        case 7 -> ((octet() << 8) | octet()) + 1;
        default -> 256 << (code - 8);
      };
    }

    private int rate(int code, int streamRate) throws IOException {
      return switch (code) {
        case 0 -> streamRate;
        case 12 -> octet() * 1000;
        case 13 -> (octet() << 8) | octet();
        case 14 -> ((octet() << 8) | octet()) * 10;
        case 15 -> 0;
        default -> RATES[code];
      };
    }
  }
}
