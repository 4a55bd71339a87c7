package org.emotone.audio.codec.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.emotone.audio.AudioProperties;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.codec.PacketDecoder;

/** Sound in packets: the codec's delay is dropped from the beginning, padding from the end. */
final class MatroskaStream implements AudioStream {
  private final AudioSource in;
  private final Blocks blocks;
  private final PacketDecoder decoder;
  private final AudioProperties properties;
  private byte[] packet = new byte[0];
  private long position;
  private int from;
  private int to;

  /** Begins before the first block. */
  MatroskaStream(AudioSource in, Blocks blocks, PacketDecoder decoder) {
    this.in = in;
    this.blocks = blocks;
    this.decoder = decoder;
    this.properties =
        new AudioProperties(
            "WebM", decoder.codec(), decoder.sampleRate(), decoder.channels(), 0, -1);
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    while (from == to) {
      ByteBuffer next = blocks.packet();
      if (next == null) {
        return -1;
      }
      decode(next);
    }
    int count = Math.min(frames, to - from);
    decoder.copy(from, count, interleaved, offset);
    from += count;
    return count;
  }

  private void decode(ByteBuffer next) throws IOException {
    int length = next.remaining();
    if (packet.length < length) {
      packet = new byte[length];
    }
    next.get(packet, 0, length);
    int got = decoder.decode(packet, 0, length);
    long padding = Math.round(blocks.discardNanos() * 1e-9 * decoder.sampleRate());
    from = (int) Math.max(0, Math.min(got, decoder.delay() - position));
    to = (int) Math.max(from, Math.min(got, got - padding));
    position += got;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
