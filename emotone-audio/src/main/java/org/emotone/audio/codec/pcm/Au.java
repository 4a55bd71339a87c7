package org.emotone.audio.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.emotone.audio.AudioException;
import org.emotone.audio.AudioFormat;
import org.emotone.audio.AudioSource;
import org.emotone.audio.AudioStream;
import org.emotone.audio.PcmStream;
import org.emotone.audio.RawFormat;
import org.emotone.audio.SampleFormat;

/** AU of Sun and NeXT: six numbers, a note, samples (audio(4) of SunOS, &lt;audio/au.h&gt;). */
public final class Au implements AudioFormat {
  private static final int HEADER_BYTES = 24;
  private static final long UNKNOWN_SIZE = 0xFFFF_FFFFL;

  @Override
  public List<String> names() {
    return List.of("AU");
  }

  @Override
  public boolean recognises(byte[] head) {
    return head.length >= 4 && ByteBuffer.wrap(head).getInt(0) == 0x2E736E64;
  }

  @Override
  public AudioStream open(AudioSource source) throws IOException {
    byte[] header = new byte[HEADER_BYTES];
    if (source.fill(header) < HEADER_BYTES) {
      throw source.cut("AU");
    }
    ByteBuffer fields = ByteBuffer.wrap(header);
    long offset = Integer.toUnsignedLong(fields.getInt(4));
    long size = Integer.toUnsignedLong(fields.getInt(8));
    SampleFormat samples = samples(source, fields.getInt(12));
    long rate = Integer.toUnsignedLong(fields.getInt(16));
    long channels = Integer.toUnsignedLong(fields.getInt(20));
    source.checkFormat(channels, rate);
    if (offset < HEADER_BYTES) {
      throw source.damaged("AU says that its audio begins at byte %d".formatted(offset));
    }
    if (!source.pass(offset - HEADER_BYTES)) {
      throw source.cut("AU");
    }
    RawFormat format = new RawFormat(samples, (int) rate, (int) channels);
    return new PcmStream(source, "AU", format, size == UNKNOWN_SIZE ? -1 : size);
  }

  private static SampleFormat samples(AudioSource source, int encoding) throws AudioException {
    return switch (encoding) {
      case 1 -> SampleFormat.ULAW;
      case 2 -> SampleFormat.S8;
      case 3 -> SampleFormat.S16BE;
      case 4 -> SampleFormat.S24BE;
      case 5 -> SampleFormat.S32BE;
      case 6 -> SampleFormat.F32BE;
      case 7 -> SampleFormat.F64BE;
      case 27 -> SampleFormat.ALAW;
      default ->
          throw source.unsupported(
              "AU holds audio of kind %d; supported are integers, floats, A-law and µ-law"
                  .formatted(encoding));
    };
  }
}
