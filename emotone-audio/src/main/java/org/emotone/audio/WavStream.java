package org.emotone.audio;

import java.io.IOException;

/** Decodes uncompressed WAV. */
final class WavStream implements AudioStream {
  private static final int BLOCK_BYTES = 1 << 15;

  private final Source in;
  private final WavHeader header;
  private final AudioProperties properties;
  private final int frameBytes;
  private final byte[] block;
  private final long totalBytes;
  private long readBytes;

  /** Reads the header; a file of known size that is too short is refused at once. */
  WavStream(Source in) throws IOException {
    this.in = in;
    this.header = WavHeader.read(in);
    this.frameBytes = header.channels() * header.format().bytes();
    long present = in.remaining();
    if (present >= 0 && present < header.dataBytes()) {
      throw truncated(present);
    }
    this.totalBytes = header.dataBytes() < 0 ? present : header.dataBytes();
    this.properties =
        new AudioProperties(
            "WAV",
            header.format().floating() ? "IEEE float" : "PCM",
            header.sampleRate(),
            header.channels(),
            header.format().bytes() * 8,
            totalBytes < 0 ? -1 : totalBytes / frameBytes);
    this.block = new byte[Math.max(1, BLOCK_BYTES / frameBytes) * frameBytes];
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    long wanted = Math.min((long) frames * frameBytes, block.length);
    if (totalBytes >= 0) {
      wanted = Math.min(wanted, (totalBytes - readBytes) / frameBytes * frameBytes);
    }
    int got = in.readNBytes(block, 0, (int) wanted);
    readBytes += got;
    if (got < wanted && header.dataBytes() >= 0) {
      throw truncated(readBytes);
    }
    int whole = got / frameBytes;
    header.format().decode(block, interleaved, offset, whole * header.channels());
    return whole == 0 ? -1 : whole;
  }

  private TruncatedAudioException truncated(long present) {
    return new TruncatedAudioException(
        "%s: WAV says %s bytes of audio but the file ends after %s; is the download complete?"
            .formatted(
                in.name(), AudioLimits.grouped(header.dataBytes()), AudioLimits.grouped(present)));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
