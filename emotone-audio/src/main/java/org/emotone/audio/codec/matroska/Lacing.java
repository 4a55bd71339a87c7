package org.emotone.audio.codec.matroska;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;

/** Takes the packets out of a block (RFC 9559, 10.3). */
final class Lacing {
  private Lacing() {}

  /**
   * Adds the packets of a block.
   *
   * @param block stands behind the number of the track
   */
  static void split(AudioSource in, ByteBuffer block, List<ByteBuffer> packets)
      throws DamagedAudioException {
    if (block.remaining() < 3) {
      throw in.damaged("Matroska has a block without a header");
    }
    block.getShort();
    int kind = (block.get() >> 1) & 3;
    if (kind == 0) {
      packets.add(block.slice());
      return;
    }
    if (!block.hasRemaining()) {
      throw tooLong(in);
    }
    int[] sizes = new int[(block.get() & 0xFF) + 1];
    switch (kind) {
      case 1 -> xiph(in, block, sizes);
      case 2 -> Arrays.fill(sizes, block.remaining() / sizes.length);
      default -> ebml(in, block, sizes);
    }
    for (int size : sizes) {
      if (size < 0 || size > block.remaining()) {
        throw tooLong(in);
      }
      packets.add(block.slice(block.position(), size));
      block.position(block.position() + size);
    }
  }

  /**
   * Each size as a sum of bytes, of which all but the last are 255; the last packet has the rest.
   */
  static void xiph(AudioSource in, ByteBuffer block, int[] sizes) throws DamagedAudioException {
    int sum = 0;
    for (int i = 0; i < sizes.length - 1; i++) {
      int part;
      do {
        if (!block.hasRemaining()) {
          throw tooLong(in);
        }
        part = block.get() & 0xFF;
        sizes[i] += part;
      } while (part == 255);
      sum += sizes[i];
    }
    sizes[sizes.length - 1] = block.remaining() - sum;
  }

  /** The first size, then differences; the last packet has the rest. */
  private static void ebml(AudioSource in, ByteBuffer block, int[] sizes)
      throws DamagedAudioException {
    long size = 0;
    long sum = 0;
    for (int i = 0; i < sizes.length - 1; i++) {
      int length = block.hasRemaining() ? Element.length(block.get(block.position())) : 0;
      long number = Element.number(in, block, 8, false);
      size = i == 0 ? number : size + number - ((1L << (7 * length - 1)) - 1);
      if (size < 0 || size > block.capacity()) {
        throw tooLong(in);
      }
      sizes[i] = (int) size;
      sum += size;
    }
    sizes[sizes.length - 1] = (int) Math.max(-1, block.remaining() - sum);
  }

  private static DamagedAudioException tooLong(AudioSource in) {
    return in.damaged("Matroska has packets that are longer than their block");
  }
}
