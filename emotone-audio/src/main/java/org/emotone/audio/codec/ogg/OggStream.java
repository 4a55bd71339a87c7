package org.emotone.audio.codec.ogg;

import java.io.IOException;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.PacketDecoder;

/**
 * Audio in Ogg: what the codec says is dropped from the beginning, the end is trimmed to the
 * granule position of the last page (RFC 7845, 4; Vorbis I, A.2).
 */
final class OggStream implements AudioStream {
  private final AudioSource in;
  private final OggPackets packets;
  private final PacketDecoder decoder;
  private final AudioProperties properties;

  /** Frames decoded so far, those to drop among them. */
  private long position;

  /** Granule position of frame 0: not zero where a live stream was joined late. */
  private long origin;

  /** Frames to drop from the beginning. */
  private long skipped;

  private boolean begun;

  /** What is left to hand out of the last packet, in frames. */
  private int from;

  private int to;

  /** Begins before the first packet with audio. */
  OggStream(AudioSource in, OggPackets packets, PacketDecoder decoder) {
    this.in = in;
    this.packets = packets;
    this.decoder = decoder;
    this.skipped = decoder.delay();
    this.properties =
        new AudioProperties(
            "Ogg", decoder.codec(), decoder.sampleRate(), decoder.channels(), 0, -1);
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    while (from == to) {
      if (!packets.advance()) {
        return -1;
      }
      decodePacket();
    }
    int count = Math.min(frames, to - from);
    decoder.copy(from, count, interleaved, offset);
    from += count;
    return count;
  }

  private void decodePacket() throws IOException {
    if (packets.shortened()) {
      throw in.damaged(decoder.codec() + " packet has an impossible length");
    }
    if (!begun) {
      begun = true;
      origin = origin();
    }
    int got = decoder.decode(packets.data(), packets.start(), packets.length());
    long end =
        packets.last() && packets.granule() >= 0 ? packets.granule() - origin : Long.MAX_VALUE;
    from = (int) Math.max(0, Math.min(got, skipped - position));
    to = (int) Math.max(from, Math.min(got, end - position));
    position += got;
  }

  /** RFC 7845, 4.3: the first page with audio tells where the stream begins. */
  private long origin() throws IOException {
    long frames = 0;
    for (int i = packets.packet(); i < packets.count(); i++) {
      frames += decoder.duration(packets.data(), packets.start(i), packets.length(i));
    }
    long origin = packets.granule() - frames;
    if (origin >= 0 || packets.last()) {
      return Math.max(0, origin);
    }
    if (decoder.delay() > 0) {
      throw in.damaged(decoder.codec() + " begins before its own start");
    }
    // A codec without a delay of its own drops in this way what comes before the audio.
    skipped = -origin;
    return origin;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
