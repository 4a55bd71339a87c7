package org.emotone.audio;

import java.io.IOException;

/** Uncompressed samples, from where their source stands on. */
public final class PcmStream implements AudioStream {
  private static final int BLOCK_BYTES = 1 << 15;

  private final AudioSource in;
  private final String container;
  private final RawFormat format;
  private final AudioProperties properties;
  private final int frameBytes;
  private final byte[] block;
  private final long promisedBytes;
  private final long totalBytes;
  private long readBytes;
  private boolean cut;

  /**
   * Begins before the first sample. A file of known size that is too short is refused at once
   * unless the caller tolerates faults.
   *
   * @param container what messages call the file format
   * @param format how samples lie in the source; already held to the limits
   * @param dataBytes bytes of audio; −1 where it goes on to the end of the file
   */
  public PcmStream(AudioSource in, String container, RawFormat format, long dataBytes)
      throws AudioException {
    this.in = in;
    this.container = container;
    this.format = format;
    this.promisedBytes = dataBytes;
    this.frameBytes = format.channels() * format.samples().bytes();
    long present = in.remaining();
    if (present >= 0 && present < dataBytes && !in.tolerant()) {
      throw in.tooShort(container, dataBytes, "bytes", present);
    }
    this.totalBytes = dataBytes < 0 ? present : dataBytes;
    this.properties =
        new AudioProperties(
            container,
            format.samples().codec(),
            format.sampleRate(),
            format.channels(),
            format.samples().bytes() * 8,
            totalBytes < 0 ? -1 : totalBytes / frameBytes);
    this.block = new byte[Math.max(1, BLOCK_BYTES / frameBytes) * frameBytes];
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    if (cut) {
      throw in.tooShort(container, promisedBytes, "bytes", readBytes);
    }
    long wanted = Math.min((long) frames * frameBytes, block.length);
    if (totalBytes >= 0) {
      wanted = Math.min(wanted, (totalBytes - readBytes) / frameBytes * frameBytes);
    }
    int got = in.readNBytes(block, 0, (int) wanted);
    readBytes += got;
    cut = got < wanted && promisedBytes >= 0;
    int whole = got / frameBytes;
    if (whole == 0) {
      if (cut) {
        throw in.tooShort(container, promisedBytes, "bytes", readBytes);
      }
      return -1;
    }
    format.samples().decode(block, interleaved, offset, whole * format.channels());
    return whole;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
