package org.emotone.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.kc7bfi.jflac.FLACDecoder;
import org.kc7bfi.jflac.FrameListener;
import org.kc7bfi.jflac.frame.Frame;
import org.kc7bfi.jflac.metadata.Metadata;

/**
 * Decodes FLAC (RFC 9639) frame by frame with jFLAC.
 *
 * <p>The stream information is read and checked here before the decoder sees it, and all other
 * metadata (pictures, tags, seek tables) is passed over without being held.
 */
final class FlacStream implements AudioStream {
  private static final int STREAM_INFO_BYTES = 34;

  private final Source in;
  private final FLACDecoder decoder;
  private final AudioProperties properties;
  private final float scale;
  private @Nullable Frame frame;
  private int used;
  private long decoded;

  /** Reads all metadata. */
  FlacStream(Source in) throws IOException {
    this.in = in;
    byte[] start = new byte[8 + STREAM_INFO_BYTES];
    if (in.fill(start) < start.length) {
      throw cut();
    }
    boolean last = (start[4] & 0x80) != 0;
    if ((start[4] & 0x7F) != 0 || (ByteBuffer.wrap(start).getInt(4) & 0xFFFFFF) != 34) {
      throw damaged("FLAC does not begin with its stream information");
    }
    this.properties = properties(start);
    this.scale = (float) Math.scalb(1.0, 1 - properties.bitsPerSample());
    while (!last) {
      byte[] block = new byte[4];
      if (in.fill(block) < block.length || !in.pass(ByteBuffer.wrap(block).getInt(0) & 0xFFFFFF)) {
        throw cut();
      }
      last = (block[0] & 0x80) != 0;
    }
    start[4] |= (byte) 0x80;
    this.decoder = new FLACDecoder(new SequenceInputStream(new ByteArrayInputStream(start), in));
    decoder.addFrameListener(new Complaints());
    decoder.readMetadata();
  }

  private AudioProperties properties(byte[] start) throws AudioException {
    long packed = ByteBuffer.wrap(start).getLong(18);
    int rate = (int) (packed >>> 44);
    int channels = (int) (packed >>> 41 & 7) + 1;
    int bits = (int) (packed >>> 36 & 31) + 1;
    long frames = packed & 0xF_FFFF_FFFFL;
    in.limits().checkFormat(in.name(), channels, rate);
    if (bits < 4 || bits > 24) {
      throw new UnsupportedAudioException(
          "%s: FLAC with %d bits per sample, supported are 4 to 24".formatted(in.name(), bits));
    }
    return new AudioProperties("FLAC", "FLAC", rate, channels, bits, frames == 0 ? -1 : frames);
  }

  @Override
  public AudioProperties properties() {
    return properties;
  }

  @Override
  public int read(float[] interleaved, int offset, int frames) throws IOException {
    if (frame == null || used == frame.header.blockSize) {
      frame = next();
      used = 0;
    }
    if (frame == null) {
      return -1;
    }
    int count = Math.min(frames, frame.header.blockSize - used);
    int channels = properties.channels();
    for (int channel = 0; channel < channels; channel++) {
      int[] output = decoder.getChannelData()[channel].getOutput();
      for (int i = 0; i < count; i++) {
        interleaved[offset + i * channels + channel] = output[used + i] * scale;
      }
    }
    used += count;
    return count;
  }

  private @Nullable Frame next() throws IOException {
    if (decoded == properties.frames()) {
      return null;
    }
    Frame next;
    try {
      next = decoder.readNextFrame();
    } catch (Complaint e) {
      throw damaged("FLAC frame is damaged");
    } catch (RuntimeException e) {
      throw damaged("FLAC frame cannot be decoded (" + e.getClass().getSimpleName() + ")");
    }
    if (next == null) {
      if (properties.frames() > decoded) {
        throw new TruncatedAudioException(
            "%s: FLAC says %s frames of audio but the file ends after %s; is the download complete?"
                .formatted(
                    in.name(),
                    AudioLimits.grouped(properties.frames()),
                    AudioLimits.grouped(decoded)));
      }
      return null;
    }
    check(next);
    decoded += next.header.blockSize;
    return next;
  }

  private void check(Frame next) throws DamagedAudioException {
    if (next.header.channels != properties.channels()
        || next.header.bitsPerSample != properties.bitsPerSample()
        || next.header.blockSize < 1) {
      throw damaged("FLAC frame contradicts the stream information");
    }
  }

  private DamagedAudioException damaged(String what) {
    return new DamagedAudioException(
        "%s: %s near byte %s; is the download complete?"
            .formatted(in.name(), what, AudioLimits.grouped(in.position())));
  }

  private TruncatedAudioException cut() {
    return new TruncatedAudioException(
        "%s: FLAC ends after %s bytes, before its audio begins; is the download complete?"
            .formatted(in.name(), AudioLimits.grouped(in.position())));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Ends decoding at the first thing that is wrong. */
  private static final class Complaint extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    Complaint(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * jFLAC only tells its listeners what is wrong and goes on. Version 1.4.1 does so without end on
   * some damaged files (over 5 million complaints about 20 kB), so the listener throws.
   */
  private static final class Complaints implements FrameListener {
    @Override
    public void processMetadata(Metadata metadata) {}

    @Override
    public void processFrame(Frame frame) {}

    @Override
    public void processError(String message) {
      throw new Complaint(message);
    }
  }
}
