package org.emotone.audio.codec.ogg;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.flac.Flac;

/**
 * FLAC in Ogg (RFC 9639, 10.1): behind nine bytes of its own the first packet begins a FLAC file,
 * and the other packets go on with it.
 */
final class OggFlac {
  private static final int START_BYTES = 9;

  private OggFlac() {}

  /** Whether the current packet begins such a stream. */
  static boolean recognises(OggPackets packets) {
    return packets.length() > START_BYTES
        && new String(packets.data(), packets.start(), 5, StandardCharsets.ISO_8859_1)
            .equals("\u007fFLAC");
  }

  /** Begins with the current packet. */
  static AudioStream open(AudioSource source, OggPackets packets) throws IOException {
    return new Flac().open(source.within(new Packets(source, packets)));
  }

  /** The packets as one stream of bytes. */
  private static final class Packets extends InputStream {
    private final AudioSource source;
    private final OggPackets packets;
    private int from = START_BYTES;
    private boolean ended;

    Packets(AudioSource source, OggPackets packets) {
      this.source = source;
      this.packets = packets;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (!ended && from >= packets.length()) {
        ended = !packets.advance();
        from = 0;
        if (!ended && packets.shortened()) {
          throw source.unsupported(
              "Ogg holds FLAC in packets of more than %d bytes".formatted(OggPackets.KEPT_BYTES));
        }
      }
      if (ended) {
        return -1;
      }
      int count = Math.min(length, packets.length() - from);
      System.arraycopy(packets.data(), packets.start() + from, bytes, offset, count);
      from += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      source.close();
    }
  }
}
