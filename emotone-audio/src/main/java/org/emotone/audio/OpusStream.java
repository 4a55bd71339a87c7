package org.emotone.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes Opus in Ogg (RFC 6716, RFC 7845) at 48 kHz with Concentus: the pre-skip is dropped, the
 * end is trimmed to the granule position of the last page, the output gain is applied.
 */
final class OpusStream implements AudioStream {
  /** The sample rate of what is decoded, in Hz, whatever was encoded. */
  static final int RATE = 48_000;

  /** The longest packet has 120 ms. */
  private static final int MAX_PACKET_FRAMES = RATE * 120 / 1000;

  private final Source in;
  private final OggPackets packets;
  private final OpusHead head;
  private final OpusDecoder decoder;
  private final AudioProperties properties;
  private final float scale;
  private final short[] decoded;
  private int packet;

  /** Frames decoded so far, those to skip among them. */
  private long position;

  /** Granule position of frame 0: not zero where a live stream was joined late. */
  private long origin;

  private boolean begun;

  /** What is left to hand out of {@link #decoded}, in frames. */
  private int from;

  private int to;

  /** Reads both headers. */
  OpusStream(Source in) throws IOException {
    this.in = in;
    this.packets = new OggPackets(in);
    nextPacket();
    this.head = OpusHead.of(in, packets.data(), packets.start(0), packets.length(0));
    this.scale = head.gain() * 0x1p-15f;
    nextPacket();
    checkTags();
    this.decoder = decoder(head.channels());
    this.decoded = new short[MAX_PACKET_FRAMES * head.channels()];
    this.properties = new AudioProperties("Ogg", "Opus", RATE, head.channels(), 0, -1);
  }

  private static OpusDecoder decoder(int channels) {
    try {
      return new OpusDecoder(RATE, channels);
    } catch (OpusException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Goes to the next packet, on whatever page it ends; false after the last one. */
  private boolean nextPacket() throws IOException {
    packet++;
    while (packet >= packets.count()) {
      if (!packets.next()) {
        return false;
      }
      packet = 0;
    }
    return true;
  }

  private void checkTags() throws DamagedAudioException {
    String tags =
        packets.count() <= packet || packets.length(packet) < 8
            ? ""
            : new String(packets.data(), packets.start(packet), 8, StandardCharsets.ISO_8859_1);
    if (!tags.equals("OpusTags")) {
      throw damaged("lacks its comment header");
    }
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    while (from == to) {
      if (!nextPacket()) {
        return -1;
      }
      decodePacket();
    }
    int count = Math.min(frames, to - from);
    int channels = head.channels();
    for (int i = 0; i < count * channels; i++) {
      interleaved[offset + i] = decoded[from * channels + i] * scale;
    }
    from += count;
    return count;
  }

  private void decodePacket() throws IOException {
    if (!begun) {
      begun = true;
      origin = origin();
    }
    int expected = duration(packet);
    int got;
    try {
      got =
          decoder.decode(
              packets.data(),
              packets.start(packet),
              packets.length(packet),
              decoded,
              0,
              MAX_PACKET_FRAMES,
              false);
    } catch (OpusException | RuntimeException e) {
      throw damaged("packet cannot be decoded (" + e.getMessage() + ")");
    }
    if (got != expected) {
      throw damaged("packet decodes to %d frames, expected %d".formatted(got, expected));
    }
    long end =
        packets.last() && packets.granule() >= 0 ? packets.granule() - origin : Long.MAX_VALUE;
    from = (int) Math.max(0, Math.min(got, head.preSkip() - position));
    to = (int) Math.max(from, Math.min(got, end - position));
    position += got;
  }

  /** RFC 7845, 4.3: the first page with audio tells where the stream begins. */
  private long origin() throws DamagedAudioException {
    long frames = 0;
    for (int i = packet; i < packets.count(); i++) {
      frames += duration(i);
    }
    long origin = packets.granule() - frames;
    if (origin < 0 && !packets.last()) {
      throw damaged("begins before its own start");
    }
    return Math.max(0, origin);
  }

  /** Frames in a packet at 48 kHz, from its first bytes (RFC 6716, 3.1 and 3.2). */
  private int duration(int index) throws DamagedAudioException {
    int length = packets.length(index);
    byte[] data = packets.data();
    int start = packets.start(index);
    int code = length < 1 ? 3 : data[start] & 3;
    if (length < 1 || packets.shortened(index) || (code == 3 && length < 2)) {
      throw damaged("packet has an impossible length");
    }
    int frames =
        switch (code) {
          case 0 -> 1;
          case 3 -> data[start + 1] & 0x3F;
          default -> 2;
        };
    int total = frames * frameLength((data[start] & 0xFF) >> 3);
    if (total < 1 || total > MAX_PACKET_FRAMES) {
      throw damaged("packet has an impossible duration");
    }
    return total;
  }

  /** Frames of one coded frame at 48 kHz by configuration number (RFC 6716, table 2). */
  private static int frameLength(int configuration) {
    if (configuration < 12) {
      return (configuration & 3) == 3 ? 2880 : 480 << (configuration & 3);
    }
    return configuration < 16 ? 480 << (configuration & 1) : 120 << (configuration & 3);
  }

  private DamagedAudioException damaged(String what) {
    return new DamagedAudioException(
        "%s: Opus %s, near byte %s".formatted(in.name(), what, AudioLimits.grouped(in.position())));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
