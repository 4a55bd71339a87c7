package org.emotone.audio.codec.ogg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioSource;
import org.emotone.audio.DamagedAudioException;
import org.emotone.audio.TruncatedAudioException;
import org.emotone.audio.UnsupportedAudioException;

/**
 * Takes the packets of one logical stream out of an Ogg file (RFC 3533), page by page, in buffers
 * of fixed size. Checksums and page numbers are checked; several streams in one file are refused.
 */
final class OggPackets {
  /** Bytes kept of a packet; the longest Opus packet has 61 298 (RFC 6716, 3.2.5). */
  static final int KEPT_BYTES = 1 << 16;

  private static final int HEADER_BYTES = 27;
  private static final int CONTINUED = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int MAX_SEGMENTS = 255;
  private static final int[] CRC = crcTable();

  private final AudioSource in;
  private final byte[] page = new byte[HEADER_BYTES + MAX_SEGMENTS + MAX_SEGMENTS * 255];

  /** Packets one after the other: those that the page completes, then the unfinished rest. */
  private final byte[] data = new byte[KEPT_BYTES + MAX_SEGMENTS * 255];

  private final int[] starts = new int[MAX_SEGMENTS + 1];
  private final boolean[] cut = new boolean[MAX_SEGMENTS];
  private int packet = -1;
  private int count;
  private int end;
  private boolean open;
  private boolean openCut;
  private int serial;
  private int sequence;
  private boolean begun;
  private boolean finished;
  private long granule;

  OggPackets(AudioSource in) {
    this.in = in;
  }

  /** Goes to the next packet, on whatever page it ends; false after the last one. */
  boolean advance() throws IOException {
    packet++;
    while (packet >= count) {
      if (!nextPage()) {
        return false;
      }
      packet = 0;
    }
    return true;
  }

  /** Where the current packet begins in {@link #data()}. */
  int start() {
    return starts[packet];
  }

  /** Kept bytes of the current packet. */
  int length() {
    return length(packet);
  }

  /** Whether the current packet was longer than {@link #KEPT_BYTES}. */
  boolean shortened() {
    return cut[packet];
  }

  /** Index of the current packet on its page. */
  int packet() {
    return packet;
  }

  /** Packets that the current page completes. */
  int count() {
    return count;
  }

  /** The buffer that holds the packets of the current page. */
  byte[] data() {
    return data;
  }

  /** Where a packet of the current page begins in {@link #data()}. */
  int start(int packet) {
    return starts[packet];
  }

  /** Kept bytes of a packet. */
  int length(int packet) {
    return starts[packet + 1] - starts[packet];
  }

  /** Granule position of the current page; −1 where no packet ends on it. */
  long granule() {
    return granule;
  }

  /** Whether the current page is marked as the last one of the stream. */
  boolean last() {
    return finished;
  }

  /** Goes on to the next page; false after the last one. */
  private boolean nextPage() throws IOException {
    if (finished) {
      refuseChain();
      return false;
    }
    if (begun && in.peek(1).length == 0) {
      endWithoutLastPage();
      return false;
    }
    ByteBuffer header = readPage();
    int flags = header.get(5);
    granule = header.getLong(6);
    if (!begun) {
      serial = header.getInt(14);
      sequence = header.getInt(18);
      if ((flags & FIRST) == 0) {
        throw damaged("does not begin with a first page");
      }
      begun = true;
    } else {
      checkOrder(header, flags);
    }
    finished = (flags & LAST) != 0;
    collect((flags & CONTINUED) != 0);
    return true;
  }

  private void checkOrder(ByteBuffer header, int flags) throws AudioException {
    if ((flags & FIRST) != 0 || header.getInt(14) != serial) {
      throw several();
    }
    sequence++;
    if (header.getInt(18) != sequence) {
      throw damaged("lacks a page");
    }
  }

  /** Browsers stop recording like this; so does a download that breaks off between two pages. */
  private void endWithoutLastPage() throws TruncatedAudioException {
    if (open) {
      throw in.truncated("Ogg ends after %d bytes, within a packet".formatted(in.position()));
    }
    finished = true;
    in.warn("Ogg has no end page: its recorder was stopped, or its download broke off");
  }

  private void refuseChain() throws IOException {
    byte[] more = in.peek(4);
    if (more.length == 4 && more[0] == 'O' && more[1] == 'g' && more[2] == 'g' && more[3] == 'S') {
      throw several();
    }
  }

  private ByteBuffer readPage() throws IOException {
    int got = in.readNBytes(page, 0, HEADER_BYTES);
    ByteBuffer header = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN);
    if (got < HEADER_BYTES) {
      throw truncated();
    }
    if (header.getInt(0) != 0x5367674F || page[4] != 0) {
      throw damaged("has no page where one should begin");
    }
    int segments = page[26] & 0xFF;
    if (in.readNBytes(page, HEADER_BYTES, segments) < segments) {
      throw truncated();
    }
    int body = 0;
    for (int i = 0; i < segments; i++) {
      body += page[HEADER_BYTES + i] & 0xFF;
    }
    if (in.readNBytes(page, HEADER_BYTES + segments, body) < body) {
      throw truncated();
    }
    int declared = header.getInt(22);
    header.putInt(22, 0);
    if (crc(page, HEADER_BYTES + segments + body) != declared) {
      throw damaged("has a page with a wrong checksum");
    }
    return header;
  }

  /** Joins the segments of the page to packets. */
  private void collect(boolean continued) throws DamagedAudioException {
    int rest = open ? end - starts[count] : 0;
    System.arraycopy(data, end - rest, data, 0, rest);
    if (continued != open) {
      throw damaged("has a packet without its beginning or its end");
    }
    count = 0;
    starts[0] = 0;
    end = rest;
    int segments = page[26] & 0xFF;
    int from = HEADER_BYTES + segments;
    for (int i = 0; i < segments; i++) {
      int length = page[HEADER_BYTES + i] & 0xFF;
      append(from, length);
      from += length;
      open = length == 255;
      if (!open) {
        cut[count++] = openCut;
        starts[count] = end;
        openCut = false;
      }
    }
  }

  private void append(int from, int length) {
    int kept = Math.min(length, KEPT_BYTES - (end - starts[count]));
    openCut |= kept < length;
    System.arraycopy(page, from, data, end, kept);
    end += kept;
  }

  private UnsupportedAudioException several() {
    return in.unsupported(
        "Ogg holds several streams, side by side or one after the other; only one is supported");
  }

  private DamagedAudioException damaged(String what) {
    return in.damaged("Ogg " + what);
  }

  private TruncatedAudioException truncated() {
    return in.truncated("Ogg ends after %d bytes, within a page".formatted(in.position()));
  }

  /** Polynomial 0x04C11DB7, not reflected, starting from 0 (RFC 3533, 6). */
  private static int crc(byte[] bytes, int length) {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc = (crc << 8) ^ CRC[(crc >>> 24) ^ (bytes[i] & 0xFF)];
    }
    return crc;
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc << 1) ^ (crc < 0 ? 0x04C11DB7 : 0);
      }
      table[i] = crc;
    }
    return table;
  }
}
