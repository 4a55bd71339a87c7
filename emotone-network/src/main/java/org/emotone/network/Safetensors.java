package org.emotone.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads and writes tensors in the safetensors format of Hugging Face: eight bytes with the length
 * of the header (little-endian), a header in JSON, and the values, without any code.
 *
 * <p>Everything is checked before memory is taken for it: a file is refused if it is larger than a
 * limit, if its header is longer than 100 MB, or if its tensors overlap, leave holes, or do not fit
 * the file.
 */
public final class Safetensors {

  /** Size in bytes up to which files are read. */
  public static final long LARGEST_FILE = 1L << 30;

  /** The format's own limit, in bytes. */
  private static final int LARGEST_HEADER = 100_000_000;

  private static final int CHUNK_BYTES = 1 << 16;

  private Safetensors() {}

  /**
   * What a file holds.
   *
   * @param tensors in the order in which they lie in the file
   * @param metadata free text by key
   */
  public record Contents(Map<String, Tensor> tensors, Map<String, String> metadata) {}

  /**
   * Writes a file; one that is there is replaced only once the new one is complete.
   *
   * @throws IOException if it cannot be written
   */
  public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try (OutputStream output = Files.newOutputStream(partial)) {
      write(output, tensors, metadata);
    }
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Writes tensors as 32-bit floats, in the order of their names; the same arguments give the same
   * bytes.
   *
   * @throws IOException if they cannot be written
   */
  public static void write(
      OutputStream output, Map<String, Tensor> tensors, Map<String, String> metadata)
      throws IOException {
    Map<String, Tensor> sorted = new TreeMap<>(tensors);
    List<SafetensorsHeader.Entry> entries = new ArrayList<>();
    long offset = 0;
    for (Map.Entry<String, Tensor> tensor : sorted.entrySet()) {
      if (tensor.getKey().equals(SafetensorsHeader.METADATA)) {
        throw new IllegalArgumentException(
            "a tensor cannot have the name " + SafetensorsHeader.METADATA);
      }
      long end = offset + 4L * tensor.getValue().values().length;
      entries.add(
          new SafetensorsHeader.Entry(
              tensor.getKey(), ElementType.F32, tensor.getValue().shape(), offset, end));
      offset = end;
    }
    output.write(header(new SafetensorsHeader(entries, metadata)));
    for (Tensor tensor : sorted.values()) {
      writeValues(output, tensor.values());
    }
  }

  /** Length and text, padded with spaces so that the values begin at a multiple of eight. */
  private static byte[] header(SafetensorsHeader header) {
    byte[] json = header.toJson().getBytes(StandardCharsets.UTF_8);
    int padded = (json.length + 7) / 8 * 8;
    if (padded > LARGEST_HEADER) {
      throw new IllegalArgumentException(
          "the header must have at most " + LARGEST_HEADER + " bytes, but has " + padded);
    }
    ByteBuffer bytes = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(json);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    return bytes.array();
  }

  private static void writeValues(OutputStream output, float[] values) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK_BYTES / 4) {
      int count = Math.min(CHUNK_BYTES / 4, values.length - from);
      chunk.clear();
      chunk.asFloatBuffer().put(values, from, count);
      output.write(chunk.array(), 0, 4 * count);
    }
  }

  /**
   * Reads a file of at most {@link #LARGEST_FILE} bytes.
   *
   * @throws SafetensorsException if it is not a safetensors file, is damaged or is too large
   * @throws IOException if it cannot be read
   */
  public static Contents read(Path file) throws IOException {
    return read(file, LARGEST_FILE);
  }

  /**
   * Reads a file.
   *
   * @param mostBytes size above which it is refused
   * @throws SafetensorsException if it is not a safetensors file, is damaged or is too large
   * @throws IOException if it cannot be read
   */
  public static Contents read(Path file, long mostBytes) throws IOException {
    String name = file.toString();
    long size = Files.size(file);
    if (size > mostBytes) {
      throw new SafetensorsException(
          name, "has " + size + " bytes, but at most " + mostBytes + " are read");
    }
    try (ReadableByteChannel channel = Files.newByteChannel(file)) {
      return read(channel, name, size);
    }
  }

  /**
   * Reads what is in memory.
   *
   * @param name what messages call it
   * @throws SafetensorsException if it is not in the safetensors format or is damaged
   */
  public static Contents read(byte[] file, String name) throws IOException {
    return read(Channels.newChannel(new ByteArrayInputStream(file)), name, file.length);
  }

  private static Contents read(ReadableByteChannel channel, String name, long size)
      throws IOException {
    if (size < 8) {
      throw new SafetensorsException(
          name, "has " + size + " bytes, too few for a safetensors file");
    }
    long length = fill(channel, name, 8).getLong();
    if (length < 2 || length > LARGEST_HEADER || length > size - 8) {
      throw new SafetensorsException(
          name,
          "is not a safetensors file or is cut off: its header would have "
              + Long.toUnsignedString(length)
              + " of the file's "
              + size
              + " bytes");
    }
    String json = text(name, fill(channel, name, (int) length));
    SafetensorsHeader header = SafetensorsHeader.parse(name, json, size - 8 - length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      float[] values = readValues(channel, name, entry);
      tensors.put(entry.name(), new Tensor(entry.shape(), values));
    }
    return new Contents(tensors, header.metadata());
  }

  private static String text(String name, ByteBuffer utf8) throws SafetensorsException {
    if (utf8.get(0) != '{') {
      throw new SafetensorsException(name, "is not a safetensors file: its header is not JSON");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    } catch (CharacterCodingException e) {
      throw new SafetensorsException(name, "the header is not UTF-8", e);
    }
  }

  private static float[] readValues(
      ReadableByteChannel channel, String name, SafetensorsHeader.Entry entry) throws IOException {
    float[] values = new float[Math.toIntExact(Tensor.size(entry.shape()))];
    int perChunk = CHUNK_BYTES / entry.type().bytes();
    for (int from = 0; from < values.length; from += perChunk) {
      int to = Math.min(from + perChunk, values.length);
      ByteBuffer chunk = fill(channel, name, (to - from) * entry.type().bytes());
      for (int i = from; i < to; i++) {
        values[i] = entry.type().read(chunk);
      }
    }
    return values;
  }

  private static ByteBuffer fill(ReadableByteChannel channel, String name, int bytes)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new SafetensorsException(name, "the file ends too early; is it complete?");
      }
    }
    return buffer.flip();
  }
}
