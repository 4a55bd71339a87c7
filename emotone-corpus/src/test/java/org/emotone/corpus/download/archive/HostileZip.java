package org.emotone.corpus.download.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, so that they can say what no honest program would. */
final class HostileZip {
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final List<byte[]> directory = new ArrayList<>();
  private int announced = -1;

  /** An entry; {@code claimed} and {@code crc} below zero stand for the truth. */
  HostileZip entry(byte[] name, byte[] content, long claimed, long crc, int mode, int flags) {
    byte[] packed = deflate(content);
    CRC32 real = new CRC32();
    real.update(content);
    long sum = crc < 0 ? real.getValue() : crc;
    long size = claimed < 0 ? content.length : claimed;
    int offset = body.size();
    ByteBuffer local = buffer(30);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) flags).putShort((short) 8);
    local.putInt(0).putInt((int) sum).putInt(packed.length).putInt((int) size);
    local.putShort((short) name.length).putShort((short) 0);
    body.writeBytes(content(local));
    body.writeBytes(name);
    body.writeBytes(packed);
    header(name, packed.length, size, sum, mode, flags, offset);
    return this;
  }

  HostileZip file(String name, byte[] content) {
    return entry(name.getBytes(StandardCharsets.UTF_8), content, -1, -1, 0100644, 0);
  }

  HostileZip file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** One more directory entry for the bytes of the first. */
  HostileZip shared(String name, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    header(
        name.getBytes(StandardCharsets.UTF_8),
        deflate(content).length,
        content.length,
        sum.getValue(),
        0100644,
        0,
        0);
    return this;
  }

  HostileZip announce(int entries) {
    announced = entries;
    return this;
  }

  private void header(
      byte[] name, int packed, long size, long sum, int mode, int flags, int offset) {
    ByteBuffer central = buffer(46);
    central.putInt(0x02014b50).putShort((short) 0x0314).putShort((short) 20);
    central.putShort((short) flags).putShort((short) 8).putInt(0);
    central.putInt((int) sum).putInt(packed).putInt((int) size);
    central.putShort((short) name.length).putShort((short) 0).putShort((short) 0);
    central.putShort((short) 0).putShort((short) 0).putInt(mode << 16).putInt(offset);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(content(central));
    whole.writeBytes(name);
    directory.add(whole.toByteArray());
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(body.toByteArray());
    int start = out.size();
    directory.forEach(out::writeBytes);
    int count = announced < 0 ? directory.size() : announced;
    ByteBuffer end = buffer(22);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) count).putShort((short) count);
    end.putInt(out.size() - start).putInt(start).putShort((short) 0);
    out.writeBytes(content(end));
    return out.toByteArray();
  }

  Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] content(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.capacity()];
    buffer.get(0, bytes);
    return bytes;
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}
