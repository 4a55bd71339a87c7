package org.emotone.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The encoded bytes of one file, as a decoder sees them: buffered, counted, held to {@link
 * AudioLimits#maxBytes()}, and with the words for what may be wrong with them. It only goes
 * forward.
 */
public final class AudioSource extends InputStream {
  /** Most bytes that {@link #peek} shows. */
  public static final int MAX_PEEK = 1 << 14;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final String name;
  private final @Nullable Path file;
  private final long size;
  private final AudioOptions options;
  private final List<String> warnings;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;

  /** Bytes of the file before {@code buffer[0]}. */
  private long before;

  /**
   * Takes over a stream.
   *
   * @param file the file that the stream reads; null where it is not a file
   * @param size bytes in total, or −1 where unknown
   */
  AudioSource(InputStream in, String name, @Nullable Path file, long size, AudioOptions options) {
    this(in, name, file, size, options, new ArrayList<>());
  }

  private AudioSource(
      InputStream in,
      String name,
      @Nullable Path file,
      long size,
      AudioOptions options,
      List<String> warnings) {
    this.in = in;
    this.name = name;
    this.file = file;
    this.size = size;
    this.options = options;
    this.warnings = warnings;
  }

  /** What messages call the file. */
  public String name() {
    return name;
  }

  /** The file itself, where the bytes come from one. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** What the caller accepts. */
  public AudioLimits limits() {
    return options.limits();
  }

  /** Whether the caller wants what can be read of a faulty file. */
  public boolean tolerant() {
    return options.tolerant();
  }

  Optional<RawFormat> raw() {
    return options.raw();
  }

  /** Bytes taken so far. */
  public long position() {
    return before + from;
  }

  /** Bytes that are left, or −1 where unknown. */
  public long remaining() {
    return size < 0 ? -1 : Math.max(0, size - position());
  }

  /** Bytes in total, or −1 where unknown. */
  public long size() {
    return size;
  }

  /** What the caller should know although the audio can be read; one line without the name. */
  public void warn(String what) {
    warnings.add(name + ": " + what);
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * The next bytes without taking them.
   *
   * @param bytes at most {@link #MAX_PEEK}
   * @return fewer at the end
   */
  public byte[] peek(int bytes) throws IOException {
    if (bytes > MAX_PEEK) {
      throw new IllegalArgumentException("can show " + MAX_PEEK + " bytes, not " + bytes);
    }
    if (from + bytes > BUFFER_BYTES) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      before += from;
      to -= from;
      from = 0;
    }
    while (to - from < bytes && load()) {
      // until enough is there
    }
    return Arrays.copyOfRange(buffer, from, Math.min(to, from + bytes));
  }

  /** Appends to the buffer what the stream has ready; false at its end. */
  private boolean load() throws IOException {
    int got = in.read(buffer, to, BUFFER_BYTES - to);
    if (got <= 0) {
      return false;
    }
    to += got;
    limits().checkBytes(name, before + to);
    return true;
  }

  private boolean refill() throws IOException {
    before += to;
    from = 0;
    to = 0;
    return load();
  }

  @Override
  public int read() throws IOException {
    if (from == to && !refill()) {
      return -1;
    }
    return buffer[from++] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (from == to && !refill()) {
      return -1;
    }
    int count = Math.min(length, to - from);
    System.arraycopy(buffer, from, bytes, offset, count);
    from += count;
    return count;
  }

  /** Reads until the array is full or the stream ends; returns the bytes read. */
  public int fill(byte[] bytes) throws IOException {
    return readNBytes(bytes, 0, bytes.length);
  }

  /** Passes over bytes; false if the stream ends before. */
  public boolean pass(long bytes) throws IOException {
    long left = bytes;
    while (left > to - from) {
      left -= to - from;
      from = to;
      if (!refill()) {
        return false;
      }
    }
    from += (int) left;
    return true;
  }

  /** Says that a decoder reads {@link #file()} itself: all its bytes count as taken. */
  public void readElsewhere() {
    before = Math.max(size, before + to);
    from = 0;
    to = 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Refuses a number of channels or a sample rate (in Hz) that the caller does not accept. */
  public void checkFormat(long channels, long sampleRate) throws AudioException {
    limits().checkFormat(name, position(), channels, sampleRate);
  }

  /** The file contradicts itself: says what, where, and what to do. */
  public DamagedAudioException damaged(String what) {
    return new DamagedAudioException(
        "%s: %s, near byte %s; fetch or export it again"
            .formatted(name, what, AudioLimits.grouped(position())),
        name,
        position());
  }

  /** The file ends too early: says after how much of what. */
  public TruncatedAudioException truncated(String what) {
    return new TruncatedAudioException(
        "%s: %s; is the download complete?".formatted(name, what), name, position());
  }

  /**
   * A source of bytes that lie in this one, such as the packets in a container: same name, same
   * options, same warnings; positions count from its own beginning.
   */
  public AudioSource within(InputStream bytes) {
    return new AudioSource(bytes, name, null, -1, options, warnings);
  }

  /** The file ends before its audio begins. */
  public TruncatedAudioException cut(String format) {
    return truncated(
        "%s ends after %s bytes, before its audio begins"
            .formatted(format, AudioLimits.grouped(position())));
  }

  /** The file ends before the audio that its header promises. */
  public TruncatedAudioException tooShort(String format, long promised, String unit, long present) {
    return truncated(
        "%s says %s %s of audio but the file ends after %s"
            .formatted(format, AudioLimits.grouped(promised), unit, AudioLimits.grouped(present)));
  }

  /** The file holds what is known but not decoded: says what, and what would be. */
  public UnsupportedAudioException unsupported(String what) {
    return new UnsupportedAudioException(
        "%s: %s: convert it first".formatted(name, what), name, position());
  }
}
