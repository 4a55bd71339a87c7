package org.emotone.audio.codec.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.emotone.audio.AudioSource;
import org.emotone.audio.TruncatedAudioException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file from its beginning: first to its tracks, then from packet to packet of one of
 * them. Sizes that a live recorder did not know, and indexes that it did not write, are not needed.
 */
final class Blocks {
  /** Bytes of the largest element that is held; a block of one second of 192 kHz has 6 MB. */
  private static final int MAX_HELD_BYTES = 8 << 20;

  private final AudioSource in;
  private long segmentEnd = -1;
  private long track;
  private final List<ByteBuffer> packets = new ArrayList<>();
  private int next;
  private long discardNanos;

  Blocks(AudioSource in) {
    this.in = in;
  }

  /** All tracks with their numbers; the source then stands before the first cluster. */
  List<Track> tracks() throws IOException {
    while (true) {
      Head head = head();
      if (head == null) {
        throw in.cut("Matroska");
      }
      if (head.id == Id.TRACKS) {
        List<Track> tracks = new ArrayList<>();
        for (Element element : Element.children(in, hold(head.size))) {
          if (element.id() == Id.TRACK_ENTRY) {
            tracks.add(Track.of(in, element.content()));
          }
        }
        return tracks;
      }
      if (head.id == Id.CLUSTER) {
        throw in.damaged("Matroska has its sound before its tracks");
      }
      enterOrPass(head);
    }
  }

  /** Only blocks of this track are taken from now on. */
  void follow(long number) {
    track = number;
  }

  /** The next packet; null after the last one. */
  @Nullable ByteBuffer packet() throws IOException {
    while (next == packets.size()) {
      Head head = head();
      if (head == null) {
        return null;
      }
      packets.clear();
      next = 0;
      discardNanos = 0;
      if (head.id == Id.SIMPLE_BLOCK) {
        simpleBlock(head.size);
      } else if (head.id == Id.BLOCK_GROUP) {
        group(hold(head.size));
      } else {
        enterOrPass(head);
      }
    }
    return packets.get(next++);
  }

  /** What is to be dropped from the end of the current packet, in nanoseconds. */
  long discardNanos() {
    return next == packets.size() ? discardNanos : 0;
  }

  /**
   * What stands before each element.
   *
   * @param size bytes of its content, −1 where unknown
   */
  private record Head(int id, long size) {}

  /** The head of what comes next; null at the end of the file. */
  private @Nullable Head head() throws IOException {
    byte[] shown = in.peek(12);
    if (shown.length == 0) {
      if (segmentEnd > in.position()) {
        throw in.truncated(
            "Matroska says %d bytes but the file ends after %d"
                .formatted(segmentEnd, in.position()));
      }
      return null;
    }
    int idLength = Element.length(shown[0]);
    boolean whole =
        shown.length > idLength && shown.length >= idLength + Element.length(shown[idLength]);
    if (!whole && shown.length < 12) {
      in.pass(shown.length);
      throw cut();
    }
    ByteBuffer bytes = ByteBuffer.wrap(shown);
    int id = (int) Element.number(in, bytes, 4, true);
    long size = Element.number(in, bytes, 8, false);
    in.pass(bytes.position());
    return new Head(id, size);
  }

  /** Goes into what holds others, whatever its size, and passes over everything else. */
  private void enterOrPass(Head head) throws IOException {
    if (head.id == Id.SEGMENT) {
      segmentEnd = head.size < 0 ? -1 : in.position() + head.size;
    } else if (head.id != Id.CLUSTER) {
      if (head.size < 0) {
        throw in.damaged("Matroska has an element of unknown size that must have one");
      }
      if (!in.pass(head.size)) {
        throw cut();
      }
    }
  }

  private ByteBuffer hold(long size) throws IOException {
    if (size < 0 || size > MAX_HELD_BYTES) {
      throw in.damaged("Matroska has an element of %d bytes".formatted(size));
    }
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw cut();
    }
    return ByteBuffer.wrap(bytes);
  }

  private TruncatedAudioException cut() {
    return in.truncated("Matroska ends after %d bytes, within an element".formatted(in.position()));
  }

  /** Blocks of other tracks, such as video, are passed over without being held. */
  private void simpleBlock(long size) throws IOException {
    byte[] shown = in.peek((int) Math.min(8, Math.max(0, size)));
    if (shown.length > 0 && Element.number(in, ByteBuffer.wrap(shown), 8, false) != track) {
      if (!in.pass(size)) {
        throw cut();
      }
      return;
    }
    block(hold(size));
  }

  private void group(ByteBuffer content) throws IOException {
    for (Element element : Element.children(in, content)) {
      if (element.id() == Id.BLOCK) {
        block(element.content());
      } else if (element.id() == Id.DISCARD_PADDING) {
        discardNanos = element.signed();
      }
    }
  }

  private void block(ByteBuffer content) throws IOException {
    if (Element.number(in, content, 8, false) == track) {
      Lacing.split(in, content, packets);
    }
  }
}
